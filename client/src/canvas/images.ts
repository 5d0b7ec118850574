import type { Point } from '@talkoot/board';
import type { ElementType } from '@talkoot/elements';
import { addElement } from '../sync/actions-add.ts';
import { besideSame } from '../sync/beside-same.ts';
import type { CanvasController } from './controller.ts';
import type { Selection } from './selection.ts';

/** What the server takes; it looks at the content itself. */
export const IMAGE_FILES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];

/** A new image is no larger than this on either side, board units. */
const LONGEST = 480;
const GAP = 20;

/** What new images are put into: the canvas, or the outline. */
export type ImageHost = Pick<
  CanvasController,
  'types' | 'session' | 'images' | 'tell' | 'takeView' | 'storing' | 'asking'
> & { selection: Pick<Selection, 'set'> };

/** The kind whose elements come from files. */
function fileType(canvas: ImageHost): ElementType | undefined {
  return [...canvas.types.values()].find(({ placing }) => placing === 'file');
}

/** Asks for image files and puts them into the middle of the view. */
export function pickImages(canvas: CanvasController): void {
  pickFiles((files) => {
    const { x, y, width, height } = canvas.camera.view();
    void addImages(canvas, files, { x: x + width / 2, y: y + height / 2 });
  });
}

/** Asks for image files. */
export function pickFiles(picked: (files: File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = IMAGE_FILES.join(',');
  input.multiple = true;
  input.addEventListener('change', () => picked([...(input.files ?? [])]));
  input.click();
}

/** The image files among what was pasted or dropped. */
export function imagesIn(data: DataTransfer): File[] {
  return [...data.files].filter(({ type }) => type.startsWith('image/'));
}

/**
 * Stores image files and puts them on the board side by side, the first with its middle at a point, each as soon as it
 * is stored. One that cannot be stored is told of and does not stop the others. A single one asks what it shows.
 */
export async function addImages(canvas: ImageHost, files: readonly File[], at: Point): Promise<void> {
  const type = fileType(canvas);
  if (!type) return;
  const added: string[] = [];
  let left: number | null = null;
  canvas.takeView();
  canvas.storing += files.length;
  for (const file of files) {
    try {
      const { hash, width, height } = await canvas.images.upload(file);
      const size = fitted(width, height);
      const corner: Point = { x: left ?? at.x - size.width / 2, y: at.y - size.height / 2 };
      const off = besideSame(canvas.session.model, { ...corner, ...size });
      const spot = { x: corner.x + off.x, y: corner.y + off.y, size };
      const result = addElement(canvas.session, { type, at: spot, fields: { blob: hash } });
      if (!canvas.tell(result) || !result.allowed) break;
      added.push(...result.ids);
      left = spot.x + size.width + GAP;
    } catch (error) {
      canvas.images.onFailed(error);
    } finally {
      canvas.storing -= 1;
    }
  }
  if (added.length === 0) return;
  canvas.asking = added.length === 1 ? (added[0] as string) : null;
  canvas.selection.set(added);
}

function fitted(width: number, height: number): { width: number; height: number } {
  const factor = Math.min(1, LONGEST / Math.max(width, height));
  return { width: Math.max(24, Math.round(width * factor)), height: Math.max(24, Math.round(height * factor)) };
}

/** Image files dropped on the canvas come where they were dropped. Answers how to stop. */
export function listenToDrops(host: HTMLElement, canvas: CanvasController): () => void {
  const stop = new AbortController();
  const options = { signal: stop.signal };
  const brings = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
  host.addEventListener('dragover', (event) => brings(event) && event.preventDefault(), options);
  host.addEventListener(
    'drop',
    (event) => {
      if (!event.dataTransfer || !brings(event)) return;
      event.preventDefault();
      const { left, top } = host.getBoundingClientRect();
      const at = canvas.camera.toBoard({ x: event.clientX - left, y: event.clientY - top });
      void addImages(canvas, imagesIn(event.dataTransfer), at);
    },
    options,
  );
  return () => stop.abort();
}
