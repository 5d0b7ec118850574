import { keptState, QUIET_RUN, type Run, type SessionState, sessionView } from '@talkoot/facilitation';
import { type Agenda, type Ballot, EMPTY_AGENDA, isMember, type PeopleView } from '@talkoot/protocol';
import type { RightsContext } from '@talkoot/rights';
import type { ParticipantRow, Store, WorkshopRow } from '../storage/port.ts';
import type { EffectResult } from './effects.ts';

/** What the step that runs adds to the participation rules. */
type InForce = Pick<RightsContext, 'step' | 'writing' | 'paused'>;

const NOTHING: InForce = { step: null, writing: null, paused: false };

function inForce(state: SessionState): InForce {
  const { rights, step, paused } = sessionView(state);
  return { step: rights, writing: step?.writing ?? null, paused };
}

/** How a workshop stands: its row, its people, what is in force. The copy of the store that decisions are made on. */
export class Standing {
  row: WorkshopRow;
  rightsChangedAt: number;
  agenda: Agenda = EMPTY_AGENDA;
  run: Run = QUIET_RUN;
  readonly #store: Store;
  #inForce: InForce = NOTHING;
  #people = new Map<string, ParticipantRow>();
  #grants = new Set<string>();

  private constructor(row: WorkshopRow, store: Store) {
    this.row = row;
    this.#store = store;
    this.rightsChangedAt = row.createdAt;
  }

  /** Reads a workshop; null when there is none or it is deleted. */
  static async read(workshopId: string, store: Store): Promise<Standing | null> {
    const row = await store.workshops.get(workshopId);
    if (!row || row.deletedAt !== null) return null;
    const standing = new Standing(row, store);
    await standing.#readPeople();
    const [session, ballots] = await Promise.all([
      store.documents.session(workshopId),
      store.documents.ballots(workshopId),
    ]);
    const answers = ballots.map((row) => ({ ...row, ballot: JSON.parse(row.ballot) as Ballot }));
    Object.assign(standing, keptState(session, answers, row.createdAt));
    standing.#inForce = inForce(standing.sessionState());
    return standing;
  }

  async #readPeople(): Promise<void> {
    const [people, grants] = await Promise.all([
      this.#store.workshops.participants(this.row.id),
      this.#store.workshops.grants(this.row.id),
    ]);
    this.#people = new Map(people.map((person) => [person.id, person]));
    this.#grants = new Set(grants);
  }

  /** Reads again what HTTP may have changed; false when the workshop is gone. */
  async refresh(): Promise<boolean> {
    const row = await this.#store.workshops.get(this.row.id);
    await this.#readPeople();
    if (!row || row.deletedAt !== null) return false;
    this.row = row;
    return true;
  }

  person(id: string): ParticipantRow | undefined {
    return this.#people.get(id);
  }

  /** What the gate and `rights` judge by. */
  context(scope: RightsContext['scope'], kinds: RightsContext['kinds']): RightsContext {
    const { state, rules } = this.row;
    return { state, rules, scope, kinds, ...this.#inForce, hasGrant: (hash) => this.#grants.has(hash) };
  }

  /** Nobody's pointer is told: facilitators wish so, or notes are written privately. */
  get hidesCursors(): boolean {
    return this.run.hidden.cursors || Boolean(this.#inForce.writing);
  }

  /** The state the session machine works on. */
  sessionState(): SessionState {
    const { state, rules, closesAt } = this.row;
    const { rightsChangedAt, agenda, run } = this;
    return { state, rules, closesAt, rightsChangedAt, agenda, run, people: Object.fromEntries(this.#people) };
  }

  /** A command was stored: now it is true. Gives the people it changed. */
  adopt(state: SessionState, done: EffectResult): ParticipantRow[] {
    this.row = { ...this.row, ...done.workshop };
    this.rightsChangedAt = state.rightsChangedAt;
    this.agenda = state.agenda;
    this.run = state.run;
    this.#inForce = inForce(state);
    return done.participants.flatMap((change) => {
      const before = this.#people.get(change.id);
      if (!before) return [];
      const person = { ...before, ...change };
      this.#people.set(person.id, person);
      return [person];
    });
  }

  /** People who take part, for whom the workshop is. */
  members(): string[] {
    const inside = [...this.#people.values()].filter(({ status }) => status === 'in');
    return inside.filter(({ role }) => isMember(role)).map(({ id }) => id);
  }

  /** People who are in and who waits, with who is online; room screens are none. */
  people(online: ReadonlySet<string>): PeopleView {
    const view: PeopleView = { people: [], lobby: [] };
    for (const { id, name, role, colour, status, mode, tag } of this.#people.values()) {
      if (role === 'display') continue;
      if (status === 'in') view.people.push({ id, name, role, colour, online: online.has(id), mode, tag });
      else if (status === 'lobby') view.lobby.push({ id, name });
    }
    return view;
  }
}
