import { listenToClipboard } from './clipboard.ts';
import type { CanvasController } from './controller.ts';
import { Following } from './following.ts';
import { Lasers } from './lasers.ts';
import { preloadEditor } from './editor/editor-code.ts';
import { listenToDrops } from './images.ts';
import { listenToKeys } from './keys.ts';
import { Overlay } from './overlay.ts';
import { listenToPointer } from './pointer-input.ts';
import { ToolMachine } from './tools/machine.ts';

/** All that people do on the canvas itself, and what they drop or paste there. `data-listens` tells that it hears. */
export function listenToInput(host: HTMLDivElement, canvas: CanvasController): () => void {
  const machine = new ToolMachine(canvas);
  canvas.overlay = new Overlay(canvas, window.devicePixelRatio || 1);
  const stops = [
    canvas.people.equip(new Following(canvas), new Lasers(canvas)),
    preloadEditor(),
    listenToPointer(host, canvas, machine),
    listenToKeys(host, canvas, machine),
    listenToClipboard(host, canvas),
    listenToDrops(host, canvas),
  ];
  host.dataset.listens = 'true';
  return () => {
    delete host.dataset.listens;
    machine.cancel();
    canvas.overlay = null;
    for (const stop of stops) stop();
  };
}
