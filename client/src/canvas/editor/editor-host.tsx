import type { ReactNode } from 'react';
import { latePart } from '../../ui/late-part.tsx';
import type { CanvasController } from '../controller.ts';
import { useFromCanvas } from '../use-canvas.ts';

const OpenEditor = latePart(async () => (await import('./open-editor.tsx')).OpenEditor);

/** Where the editor of the element being written stands; empty while nothing is written. */
export function EditorHost({ canvas }: { canvas: CanvasController }): ReactNode {
  const id = useFromCanvas(canvas, ({ editing }) => editing);
  return id && <OpenEditor key={id} canvas={canvas} id={id} />;
}
