import { TEXT_FIELD, type TextFormat, textOf } from '@talkoot/board';
import type { Scope } from '@talkoot/protocol';
import type { Verdict } from '@talkoot/rights';
import type * as Y from 'yjs';
import { ALLOWED, type Editing, mayWrite } from './actions.ts';
import { inPortions } from './portions.ts';

/** The formats that the words of all these elements may have; none when one of them holds no words to change. */
export function formatsOfAll(session: Editing, ids: readonly string[]): TextFormat[] {
  const [first, ...others] = ids.map((id) => session.model.kindOf(id)?.[TEXT_FIELD]?.formats ?? []);
  return (first ?? []).filter((format) => others.every((formats) => formats.includes(format)));
}

/** Have all these words this format? Spaces and empty elements have no say. */
export function haveFormat(session: Editing, ids: readonly string[], format: TextFormat, value: unknown): boolean {
  const looks = ids.flatMap((id) => {
    const { runs = [] } = session.model.get(id) ?? {};
    // A paragraph's list is on the line break that ends it; without one it has none.
    if (format === 'list') {
      const breaks = runs.flatMap(({ insert, attributes }) =>
        insert
          .split('\n')
          .slice(1)
          .map(() => attributes?.list),
      );
      return runs.length > 0 && !runs.at(-1)?.insert.endsWith('\n') ? [...breaks, undefined] : breaks;
    }
    return runs.filter(({ insert }) => insert.trim() !== '').map(({ attributes }) => attributes?.[format]);
  });
  return looks.length > 0 && looks.every((look) => look === value);
}

/** About so many bytes of an update does one format of one paragraph take. */
const PER_FORMAT = 100;

/** Gives all words of elements a format, or takes it away where all have it. Those without words stay as they are. */
export function toggleFormat(
  session: Editing,
  ids: readonly string[],
  format: TextFormat,
  value: unknown = true,
): Verdict {
  const next = haveFormat(session, ids, format, value) ? null : value;
  let verdict: Verdict = ALLOWED;
  const byScope = new Map<Scope, string[]>();
  for (const id of ids) {
    const element = session.model.get(id);
    if (!element?.text || !session.model.kindOf(id)?.[TEXT_FIELD]?.formats.includes(format)) continue;
    const own = mayWrite(session, id);
    if (own.allowed) byScope.set(element.scope, [...(byScope.get(element.scope) ?? []), id]);
    else if (verdict.allowed) verdict = own;
  }
  for (const [scope, own] of byScope) {
    const portions = inPortions(own, (id) => PER_FORMAT * (session.model.get(id)?.text.split('\n').length ?? 1));
    const writes = portions.map((portion) => (doc: Y.Doc): void => {
      for (const id of portion) setFormat(textOf(doc, id), format, next);
    });
    session.edit(scope, writes);
  }
  return verdict;
}

function setFormat(text: Y.Text | null, format: TextFormat, value: unknown): void {
  if (!text) return;
  if (format !== 'list') {
    text.format(0, text.length, { [format]: value });
    return;
  }
  const words = text.toString();
  if (!words.endsWith('\n')) text.insert(text.length, '\n');
  for (let at = text.length - 1; at >= 0; at--) {
    if (at === words.length || words[at] === '\n') text.format(at, 1, { list: value });
  }
}
