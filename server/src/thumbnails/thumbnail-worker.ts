import { parentPort } from 'node:worker_threads';
import { type Gist, gistOf } from '@talkoot/board';
import { DARK_COLOURS, ELEMENT_MODELS, ELEMENT_TYPES, LIGHT_COLOURS, paletteOf } from '@talkoot/elements';
import { paintThumbnail, THUMBNAIL_ELEMENTS } from '@talkoot/formats';
import * as Y from 'yjs';
import type { PictureAnswer, PictureJob } from './picture-thread.ts';

/** Thread that draws boards: building and setting them takes longer than those who type should wait. */
function serve(): void {
  const port = parentPort;
  if (!port) throw new Error('thumbnail-worker.ts runs as a worker thread');
  port.on('message', ({ id, board }: PictureJob) => {
    const answer: PictureAnswer = { id, ...draw('gist' in board ? board.gist : gistOfUpdates(board.updates)) };
    port.postMessage(answer);
  });
}

function gistOfUpdates(updates: readonly Uint8Array[]): Gist {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return gistOf(doc, ELEMENT_MODELS, THUMBNAIL_ELEMENTS);
}

/** Names are too small to be read. */
const NOBODY = { nameOf: () => undefined };

function draw(gist: Gist): { light: string; dark: string } {
  const paint = (colours: typeof LIGHT_COLOURS): string =>
    paintThumbnail(gist, ELEMENT_TYPES, NOBODY, paletteOf(colours));
  return { light: paint(LIGHT_COLOURS), dark: paint(DARK_COLOURS) };
}

serve();
