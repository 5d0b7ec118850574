import { diffWords, TEXT_FIELD, textOf } from '@talkoot/board';
import type { Verdict } from '@talkoot/rights';
import type * as Y from 'yjs';
import { type Editing, mayWrite } from './actions.ts';

/**
 * Makes the words of a text equal to `after` by inserting and deleting as little as possible, so that what
 * others write meanwhile, and formats, stay.
 */
export function applyWords(text: Y.Text, after: string): void {
  let at = 0;
  for (const op of diffWords(text.toString(), after)) {
    if ('retain' in op) at += op.retain;
    else if ('delete' in op) text.delete(at, op.delete);
    else {
      text.insert(at, op.insert);
      at += op.insert.length;
    }
  }
}

/** Sets the words of an element from a plain field, as the outline and phones do. */
export function setWords(session: Editing, id: string, after: string): Verdict {
  const element = session.model.get(id);
  const verdict = mayWrite(session, id);
  if (!element || !verdict.allowed) return verdict;
  const limit = session.model.kindOf(id)?.[TEXT_FIELD]?.maxLength ?? 0;
  const write = (doc: Y.Doc): void => {
    const text = textOf(doc, id);
    if (text) applyWords(text, after.slice(0, limit));
  };
  session.edit(element.scope, write, `words ${id}`);
  return { allowed: true };
}
