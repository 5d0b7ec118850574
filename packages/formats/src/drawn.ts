import { type ImagePrimitive, type PlacedDrawing, type Primitive, provideScripts } from '@talkoot/board';
import { ALL_SCRIPTS } from '@talkoot/board/all-scripts';
import { drawElement } from '@talkoot/elements';
import type { ExportJob } from './format.ts';

provideScripts(ALL_SCRIPTS);

/** The drawing of an element at its place; null for what is not there. */
export function drawingOf(job: Pick<ExportJob, 'model' | 'types' | 'draw'>, id: string): PlacedDrawing | null {
  const element = job.model.get(id);
  const box = job.model.box(id);
  const type = element && job.types.get(element.kind);
  if (!element || !box || !type) return null;
  const { rotation, size } = element;
  return { x: box.x, y: box.y, size, rotation, primitives: drawElement(type, element, job.draw) };
}

/** Is it a stored picture? */
export function isImage(primitive: Primitive): primitive is ImagePrimitive {
  return primitive.type === 'image';
}
