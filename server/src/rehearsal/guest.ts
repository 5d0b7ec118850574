import { Problem } from '@talkoot/protocol';
import type { Visitor } from './wire.ts';

/** Where a simulated person stands, and what the server knows them by. */
export interface Pass {
  /** Origin of the server, as it is reached from this machine. */
  base: string;
  participantId: string;
  name: string;
  /** The guest's cookie, as any browser sends it. */
  headers: Record<string, string>;
}

/** The server said no, with a code. */
class SaidNo extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Asks the server as a guest's browser does: through the ordinary door, with a guest's cookie and nothing else. */
export class Guest implements Visitor {
  readonly base: string;
  readonly #headers: Record<string, string>;

  constructor({ base, headers }: Pass) {
    this.base = base;
    this.#headers = headers;
  }

  async post<T>(path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.base}/api/v1${path}`, {
      method: 'POST',
      headers: { ...this.#headers, 'content-type': 'application/json' },
      body: JSON.stringify(body ?? {}),
    });
    const answer: unknown = await response.json();
    if (response.ok) return answer as T;
    const problem = Problem.safeParse(answer);
    throw new SaidNo(problem.success ? problem.data.code : String(response.status));
  }

  /** Gives a command; the code of the problem when it was not carried out. */
  async command(workshopId: string, command: object): Promise<string | null> {
    try {
      await this.post(`/workshops/${workshopId}/commands`, command);
      return null;
    } catch (error) {
      if (error instanceof SaidNo) return error.code;
      throw error;
    }
  }
}
