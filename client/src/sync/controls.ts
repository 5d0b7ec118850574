import { type Box, type ElementData, textOf } from '@talkoot/board';
import { ELEMENT_TYPES, setWords as setInLines } from '@talkoot/elements';
import type { Verdict } from '@talkoot/rights';
import type * as Y from 'yjs';
import { type Editing, elementsOfIds, mayWrite, resize, setField, verdictOf } from './actions.ts';
import { deleteElements } from './actions-delete.ts';
import { keepLook } from './looks.ts';

/** Sets what a control sets on every element whose kind has it; the next of their kinds begin like that. */
export function setControl(session: Editing, ids: Iterable<string>, field: string, value: unknown): Verdict {
  const elements = elementsOfIds(session.model, ids);
  const verdict = setField(
    session,
    elements.map(({ id }) => id),
    field,
    value,
  );
  for (const kind of new Set(elements.map((element) => element.kind))) {
    const type = ELEMENT_TYPES.get(kind);
    if (type) keepLook(type, field, value);
  }
  for (const { id } of elements) fitHeight(session, id);
  return verdict;
}

/** Writes words behind those that an element has, as far as there is room. */
export function appendWords(session: Editing, id: string, words: string): Verdict {
  const element = session.model.get(id);
  const verdict = mayWrite(session, id);
  if (!element || !verdict.allowed) return verdict;
  const limit = session.model.kindOf(id)?.text?.maxLength ?? 0;
  const write = (doc: Y.Doc): void => {
    const text = textOf(doc, id);
    if (text) text.insert(text.length, words.slice(0, Math.max(0, limit - text.length)));
  };
  session.edit(element.scope, write, `words ${id}`);
  return { allowed: true };
}

/** Somebody is done with the words of an element: one that is nothing but words and has none left goes away. */
export function finishWords(session: Editing, id: string): void {
  const element = session.model.get(id);
  if (!element) return;
  const empty = element.text.trim() === '';
  if (empty && ELEMENT_TYPES.get(element.kind)?.vanishesEmpty) deleteElements(session, [id]);
  else fitHeight(session, id);
}

/** The height that an element's words need where it follows them; null for others. */
export function heightOfWords(element: ElementData): number | null {
  const type = ELEMENT_TYPES.get(element.kind);
  if (type?.resizing?.handles !== 'width') return null;
  const block = type.words?.(element, { nameOf: () => undefined }).find(({ editable }) => editable);
  return block ? Math.ceil(setInLines(block).layout.height) : null;
}

/** Gives an element whose height follows its words the height they need. */
export function fitHeight(session: Editing, id: string): void {
  const element = session.model.get(id);
  const height = element ? heightOfWords(element) : null;
  if (!element || height === null) return;
  const box = session.model.box(id) as Box;
  if (Math.abs(height - box.height) < 1) return;
  const size = { width: element.size.width, height };
  const { allowed } = verdictOf(session, [[{ type: 'set', id, field: 'size', value: size }, element.scope]]);
  if (allowed) resize(session, id, { ...box, height });
}
