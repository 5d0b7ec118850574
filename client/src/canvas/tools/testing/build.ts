import { Following } from '../../following.ts';
import { Lasers } from '../../lasers.ts';
import { ELEMENT_TYPES } from '@talkoot/elements';
import type { Refusal } from '@talkoot/protocol';
import { afterEach, beforeEach, vi } from 'vitest';
import type * as Y from 'yjs';
import { fillWorkshop } from '../../../dev/gallery-board.ts';
import { localImages } from '../../../dev/local-images.ts';
import { LocalSession } from '../../../dev/local-session.ts';
import { CanvasController } from '../../controller.ts';
import { runKey } from '../../keys.ts';
import { DrawnNames } from '../../names.ts';
import { ElementPainter } from '../../paint/element-painter.ts';
import { canvasPalette } from '../../palette.ts';
import { Scene } from '../../scene/scene.ts';
import { ToolMachine } from '../machine.ts';
import type { Pointer } from '../state.ts';

/** There is no screen in these tests: frames are asked for and never come. */
export function stubFrames(): void {
  beforeEach(() => {
    vi.stubGlobal('requestAnimationFrame', () => 1);
    vi.stubGlobal('cancelAnimationFrame', () => {});
  });
  afterEach(() => vi.unstubAllGlobals());
}

/** A canvas over a workshop board, without a picture: zoom 1, board and screen points are the same. */
export function build(fill: (doc: Y.Doc) => void = fillWorkshop) {
  const session = new LocalSession();
  fill(session.document('board') as Y.Doc);
  const refused: Refusal[] = [];
  const names = new DrawnNames();
  const painter = new ElementPainter(ELEMENT_TYPES, names, canvasPalette('light'));
  const canvas = new CanvasController({
    session,
    types: ELEMENT_TYPES,
    painter,
    names,
    onRefused: (reason) => refused.push(reason),
    onUnreachable: () => {},
    onWordsFull: () => {},
    onHelp: () => {},
    images: localImages((error) => {
      throw error;
    }),
  });
  canvas.scene = new Scene({
    model: session.model,
    camera: canvas.camera,
    painter,
    pixelRatio: 1,
    overlay: { isEmpty: () => true, paint: () => {} },
    layers: { drawBoard: () => {}, drawActive: () => {} },
  });
  canvas.start();
  const following = new Following(canvas);
  const lasers = new Lasers(canvas);
  canvas.people.equip(following, lasers);
  canvas.takeView();
  canvas.camera.viewport = { width: 1_800, height: 900 };
  canvas.camera.set({ x: 0, y: 0, zoom: 1 });
  const machine = new ToolMachine(canvas);
  const pointer = (x: number, y: number, part: Partial<Pointer> = {}): Pointer => ({
    screen: { x, y },
    board: canvas.camera.toBoard({ x, y }),
    shift: false,
    ctrl: false,
    alt: false,
    touch: false,
    button: 0,
    clicks: 1,
    ...part,
  });
  const drag = (from: [number, number], to: [number, number], part?: Partial<Pointer>): void => {
    machine.down(pointer(...from, part));
    machine.move(pointer(from[0] + 20, from[1] + 20, part));
    machine.move(pointer(...to, part));
    machine.up(pointer(...to, part));
  };
  const click = (x: number, y: number, part?: Partial<Pointer>): void => {
    machine.down(pointer(x, y, part));
    machine.up(pointer(x, y, part));
  };
  const key = (name: string, part: Partial<KeyboardEvent> = {}): boolean =>
    runKey(canvas, machine, {
      key: name,
      shiftKey: false,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      isComposing: false,
      ...part,
    } as KeyboardEvent);
  return { following, lasers, session, canvas, machine, refused, pointer, drag, click, key };
}
