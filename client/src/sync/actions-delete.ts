import {
  absolutePoint,
  type BoardElement,
  deleteElements as deleteIn,
  type End,
  setField as setIn,
} from '@talkoot/board';
import type { Refusal, Scope } from '@talkoot/protocol';
import type { Change, Verdict } from '@talkoot/rights';
import { type Editing, elementsOfIds, verdictOf } from './actions.ts';
import { endsAsSeen } from './ends.ts';

/** Deletes what the person may delete. What stood in a deleted frame stays where it is on the board. */
export function deleteElements(session: Editing, ids: Iterable<string>): Verdict {
  const { model } = session;
  let refused: Refusal | null = null;
  const doomed = elementsOfIds(model, ids).filter((element) => {
    const verdict = mayDelete(session, element);
    if (!verdict.allowed) refused ??= verdict.reason;
    return verdict.allowed;
  });
  for (const [scope, own] of Map.groupBy(doomed, ({ scope }) => scope)) {
    const ids = own.map(({ id }) => id);
    const loose = lettingGo(session, ids).filter(({ element }) => element.scope === scope);
    session.edit(scope, (doc) => {
      for (const { element, field, value } of loose) setIn(doc, element.id, field, value);
      deleteIn(doc, ids);
    });
  }
  return refused ? { allowed: false, reason: refused } : { allowed: true };
}

/** What hangs on elements that go away stays where it is seen, as far as the person may say so. */
export function lettingGo(
  session: Editing,
  doomed: readonly string[],
): { element: BoardElement; field: string; value: End }[] {
  const { model } = session;
  const gone = new Set(doomed);
  const hanging = new Set(doomed.flatMap((id) => [...model.connectionsOf(id)]).filter((id) => !gone.has(id)));
  return elementsOfIds(model, hanging).flatMap((element) => {
    const seen = endsAsSeen(model, element);
    return (model.kinds.get(element.kind)?.connects?.ends ?? [])
      .filter((field) => gone.has((element.fields[field] as End).element ?? ''))
      .map((field) => ({ element, field, value: { ...(seen[field] as End), element: null, side: null } }))
      .filter(({ field, value }) => session.may({ type: 'set', id: element.id, field, value }, element.scope).allowed);
  });
}

/** Deleting a frame also re-places what stands in it, which must be allowed too. */
function mayDelete(session: Editing, element: BoardElement): Verdict {
  const children = session.model.childrenOf(element.id).filter((child) => child.scope === element.scope);
  return verdictOf(session, [
    [{ type: 'delete', id: element.id }, element.scope],
    ...children.map((child): [Change, Scope] => [
      {
        type: 'set',
        id: child.id,
        field: 'place',
        value: { frame: null, ...absolutePoint(child.place, session.model.places) },
      },
      child.scope,
    ]),
  ]);
}
