/** An answer with its body read. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  json: Record<string, unknown>;
}

interface Sending {
  body?: unknown;
  headers?: Record<string, string>;
  /** Send no `Origin`, as programs do. */
  noOrigin?: boolean;
}

/** Behaves as browsers do: keeps cookies, names its origin in requests that change something. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly base: string;
  readonly #ip: string;

  constructor(base: string, ip = '203.0.113.1') {
    this.base = base;
    this.#ip = ip;
  }

  get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Any request below the server's address. */
  async send(method: string, path: string, { body, headers = {}, noOrigin }: Sending = {}): Promise<Answer> {
    const bytes = body instanceof Uint8Array;
    const response = await fetchAgain(this.base + path, {
      method,
      redirect: 'manual',
      headers: {
        'x-forwarded-for': this.#ip,
        'accept-language': 'en',
        ...(this.cookies.size > 0 ? { cookie: this.cookieHeader } : {}),
        ...(method !== 'GET' && !noOrigin ? { origin: this.base } : {}),
        ...(body !== undefined && !bytes ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: bytes ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : {} };
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';');
    const at = pair.indexOf('=');
    const name = pair.slice(0, at);
    const gone = attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute));
    if (gone) this.cookies.delete(name);
    else this.cookies.set(name, pair.slice(at + 1));
  }

  /** GET below the API; fails on another status. */
  async get<T = Record<string, unknown>>(path: string, status = 200): Promise<T> {
    return expectStatus(await this.send('GET', `/api/v1${path}`), status) as T;
  }

  async post<T = Record<string, unknown>>(path: string, body?: unknown, status = 200): Promise<T> {
    return expectStatus(await this.send('POST', `/api/v1${path}`, { body }), status) as T;
  }

  async patch<T = Record<string, unknown>>(path: string, body: unknown, status = 200): Promise<T> {
    return expectStatus(await this.send('PATCH', `/api/v1${path}`, { body }), status) as T;
  }

  async delete(path: string, status = 204): Promise<void> {
    expectStatus(await this.send('DELETE', `/api/v1${path}`), status);
  }
}

/** How a closed connection is told. */
const CLOSED = ['UND_ERR_SOCKET', 'ECONNRESET'];

/** A kept connection may be closed by the server just when it is used again; browsers try once more. */
async function fetchAgain(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    const { cause } = error as { cause?: { code?: string } };
    if (!CLOSED.includes(cause?.code ?? '')) throw error;
    return fetch(url, init);
  }
}

function expectStatus(answer: Answer, status: number): Record<string, unknown> {
  if (answer.status !== status)
    throw new Error(`expected ${status}, got ${answer.status}: ${answer.text.slice(0, 500)}`);
  return answer.json;
}
