import { fieldOf, type KindRegistry } from '@talkoot/board';
import { type ActivityKind, LIMITS } from '@talkoot/protocol';
import type { Change } from '@talkoot/rights';
import type * as Y from 'yjs';
import type { ActivityRow } from '../storage/port.ts';
import { liveMap } from './gate/changes.ts';

interface Entry extends ActivityRow {
  /** Written to since it was stored last. */
  fresh: boolean;
}

/**
 * Who changed which element of the board when, gathered in memory and stored now and then: what the last minute
 * brought is lost when the process dies, the board itself never is. An element without an author names nobody, so
 * that what was written without a name stays so.
 */
export class Activity {
  readonly #kinds: KindRegistry;
  readonly #entries = new Map<string, Entry>();
  #storedAt = 0;

  constructor(kinds: KindRegistry) {
    this.#kinds = kinds;
  }

  /** Notes what one person's update does, before it is applied: a deleted element is still to be read. */
  note(changes: readonly Change[], doc: Y.Doc, participantId: string, now: number): void {
    for (const change of changes) {
      const map = change.type === 'create' ? undefined : liveMap(doc, change.id);
      const read = (name: string): unknown => (change.type === 'create' ? change.fields[name] : map?.get(name));
      if (typeof read('author') !== 'string') continue;
      const kind = String(read('kind'));
      const what = this.#whatOf(change, kind);
      const key = `${participantId}/${what}/${change.id}`;
      const entry = this.#entries.get(key);
      if (entry && now - entry.since < LIMITS.activityMs) {
        entry.at = now;
        entry.fresh = true;
      } else
        this.#entries.set(key, { element: change.id, kind, participantId, what, since: now, at: now, fresh: true });
    }
  }

  #whatOf(change: Change, kind: string): ActivityKind {
    switch (change.type) {
      case 'create':
        return 'created';
      case 'delete':
        return 'deleted';
      case 'text':
        return 'words';
      case 'convert':
        return 'set';
      default:
        return fieldOf(this.#kinds.get(kind), change.field)?.write === 'move' ? 'moved' : 'set';
    }
  }

  /** Is it time to store? */
  isDue(now: number): boolean {
    return this.#entries.size > 0 && now - this.#storedAt >= LIMITS.activityEveryMs;
  }

  /** What is to be stored; entries to which nothing can be added any more are forgotten. */
  take(now: number): ActivityRow[] {
    this.#storedAt = now;
    const rows: ActivityRow[] = [];
    for (const [key, entry] of this.#entries) {
      const { fresh, ...row } = entry;
      if (fresh) rows.push(row);
      entry.fresh = false;
      if (now - entry.since >= LIMITS.activityMs) this.#entries.delete(key);
    }
    return rows;
  }
}
