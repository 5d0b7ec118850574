import { type BoardModel, type Box, boxAround } from '@talkoot/board';
import { ELEMENT_TYPES } from '@talkoot/elements';
import type { Verdict } from '@talkoot/rights';
import { type Editing, resize, verdictOf } from './actions.ts';

/** The box in which a container just holds what stands in it; null for one without content, or that holds none. */
function fittingBox(model: BoardModel, id: string): Box | null {
  const element = model.get(id);
  const type = element && ELEMENT_TYPES.get(element.kind);
  const inside = model.childrenOf(id).map((child) => model.bounds(child.id));
  const content = boxAround(inside.filter((box) => box !== undefined));
  if (!element || !type?.holding || !content) return null;
  const box = type.holding(element, content);
  const min = type.resizing?.min ?? { width: 1, height: 1 };
  return { ...box, width: Math.max(min.width, box.width), height: Math.max(min.height, box.height) };
}

/** Is there content to fit, in a container that the person may resize? */
export function canFitContent(session: Editing, id: string): boolean {
  const element = session.model.get(id);
  if (!element || !fittingBox(session.model, id)) return false;
  return verdictOf(session, [[{ type: 'set', id, field: 'size', value: element.size }, element.scope]]).allowed;
}

/** Makes a container as large as its content needs; the content stays where it is. */
export function fitContent(session: Editing, id: string): Verdict {
  const box = fittingBox(session.model, id);
  return box ? resize(session, id, box) : { allowed: false, reason: 'schema' };
}
