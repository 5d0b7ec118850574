import './editor/words-editor.css';
import { FONT_FAMILY } from '@talkoot/board';
import { ELEMENT_TYPES } from '@talkoot/elements';
import type { Refusal } from '@talkoot/protocol';
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import type { BoardSession } from '../sync/session.ts';
import { useT } from '../ui/i18n.tsx';
import { LateCode } from '../ui/late-code.ts';
import { onAllScripts } from './all-scripts.ts';
import classes from './board-canvas.module.css';
import type { CameraState } from './camera.ts';
import { CanvasController } from './controller.ts';
import { EditorHost } from './editor/editor-host.tsx';
import { DrawnNames } from './names.ts';
import { ElementPainter } from './paint/element-painter.ts';
import { measureLettersHere } from './paint/letters.ts';
import type { ImagePort } from './paint/pictures.ts';
import { canvasPalette, type ColourScheme } from './palette.ts';
import { StageHost } from './stage-host.tsx';
import { useFromCanvas } from './use-canvas.ts';
import { useSize } from './use-size.ts';

/** What a page may ask of the canvas. The controller is for the bars that stand over it. */
export interface BoardCanvasHandle {
  fit(): void;
  zoomTo(id: string): void;
  select(ids: Iterable<string>): void;
  edit(id: string): void;
  getCamera(): CameraState;
  readonly controller: CanvasController;
}

export interface BoardCanvasProps {
  session: BoardSession;
  colorScheme: ColourScheme;
  /** Something was not allowed; say why to the person. */
  onRefused(reason: Refusal): void;
  /** Something needed from the server did not come. */
  onUnreachable(): void;
  /** An element's words are as long as they may be, in letters. */
  onWordsFull(limit: number): void;
  /** The person asks for the list of keys. */
  onHelp?(): void;
  /** Where images are stored and read. */
  images: ImagePort;
  /** The person wants elements as a file. */
  onExport?(ids: string[]): void;
  /** Name of a participant, for elements that show who wrote them. */
  nameOf?(participantId: string): string | undefined;
  handleRef?: Ref<BoardCanvasHandle>;
  /** Bars over the canvas, given its controller. */
  children?: (controller: CanvasController) => ReactNode;
}

/** The board as a drawing that fills its parent. */
export function BoardCanvas(props: BoardCanvasProps): ReactNode {
  const { session, colorScheme, handleRef } = props;
  const t = useT();
  const host = useRef<HTMLDivElement>(null);
  const size = useSize(host);
  const canvas = useController(props);
  useHandle(handleRef, canvas);
  useInput(host, canvas);
  usePicture(canvas, colorScheme, size !== null);
  useNames(canvas, props.nameOf, size !== null);
  useAllScripts(canvas, size !== null);
  const cursor = useFromCanvas(canvas, (controller) => controller.cursor);
  const selects = useFromCanvas(canvas, ({ selection }) => selection.ids.size > 0);

  return (
    <div
      ref={host}
      className={classes.host}
      data-canvas-host=""
      data-selects={selects || undefined}
      data-testid="board-canvas"
      data-workshop={session.workshopId}
      style={{ cursor }}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys itself
      tabIndex={0}
      role="application"
      aria-label={t('canvas.label')}
      aria-description={t('canvas.description')}
    >
      {size && <StageHost canvas={canvas} width={size.width} height={size.height} />}
      <EditorHost canvas={canvas} />
      {size && props.children?.(canvas)}
    </div>
  );
}

/** One controller a session. */
function useController(props: BoardCanvasProps): CanvasController {
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  const [held, setHeld] = useState(() => ({ session: props.session, canvas: newController(props.session, latest) }));
  const canvas = held.session === props.session ? held.canvas : newController(props.session, latest);
  if (held.session !== props.session) setHeld({ session: props.session, canvas });
  return canvas;
}

function newController(session: BoardSession, latest: { current: BoardCanvasProps }): CanvasController {
  const names = new DrawnNames();
  const painter = new ElementPainter(ELEMENT_TYPES, names, canvasPalette(latest.current.colorScheme));
  return new CanvasController({
    session,
    types: ELEMENT_TYPES,
    painter,
    names,
    onRefused: (reason) => latest.current.onRefused(reason),
    onUnreachable: () => latest.current.onUnreachable(),
    onWordsFull: (limit) => latest.current.onWordsFull(limit),
    onHelp: () => latest.current.onHelp?.(),
    images: {
      url: (hash) => latest.current.images.url(hash),
      upload: (file) => latest.current.images.upload(file),
      adopt: (workshopId, hashes) => latest.current.images.adopt(workshopId, hashes),
      onFailed: (error) => latest.current.images.onFailed(error),
    },
    ...(latest.current.onExport ? { onExport: (ids: string[]) => latest.current.onExport?.(ids) } : {}),
  });
}

function useHandle(ref: Ref<BoardCanvasHandle> | undefined, canvas: CanvasController): void {
  useImperativeHandle(
    ref,
    () => ({
      fit: () => canvas.fit(),
      zoomTo: (id) => canvas.zoomTo(id),
      select: (ids) => canvas.selection.set(ids),
      edit: (id) => void canvas.edit(id),
      getCamera: () => canvas.camera.state,
      controller: canvas,
    }),
    [canvas],
  );
}

const INPUT = new LateCode(async () => (await import('./input.ts')).listenToInput);

/** Pointers, keys and clipboard; their code comes while the board's content does. */
function useInput(host: { current: HTMLDivElement | null }, canvas: CanvasController): void {
  useEffect(() => {
    let stop: (() => void) | null = null;
    let left = false;
    canvas.start();
    void INPUT.fetch().then((listenToInput) => {
      if (!left && host.current) stop = listenToInput(host.current, canvas);
    });
    return () => {
      left = true;
      stop?.();
      canvas.stop();
    };
  }, [host, canvas]);
}

/** Elements that show a name are drawn again when the name becomes known. */
function useNames(canvas: CanvasController, nameOf: BoardCanvasProps['nameOf'], ready: boolean): void {
  useEffect(() => {
    if (ready && canvas.names.use(nameOf ?? (() => undefined))) canvas.scene.repaintAll();
  }, [canvas, nameOf, ready]);
}

measureLettersHere();

const FACES = ['400', '700', 'italic 400', 'italic 700'];

/** Words beyond the Latin letters are set again once the rules for them are here. */
function useAllScripts(canvas: CanvasController, ready: boolean): void {
  useEffect(() => (ready ? onAllScripts(() => canvas.scene.repaintAll()) : undefined), [canvas, ready]);
}

/** Colours, and the font as soon as it is there. */
function usePicture(canvas: CanvasController, colorScheme: ColourScheme, ready: boolean): void {
  useEffect(() => {
    if (!ready) return undefined;
    canvas.painter.palette = canvasPalette(colorScheme);
    canvas.scene.repaintAll();
    const repaint = (): void => canvas.scene.repaintWords();
    document.fonts.addEventListener('loadingdone', repaint);
    for (const face of FACES) void document.fonts.load(`${face} 16px "${FONT_FAMILY}"`);
    return () => document.fonts.removeEventListener('loadingdone', repaint);
  }, [canvas, colorScheme, ready]);
}
