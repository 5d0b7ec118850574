import { type ReactNode, useEffect, useRef } from 'react';
import classes from './board-canvas.module.css';
import type { CanvasController } from './controller.ts';
import { Scene } from './scene/scene.ts';

/** One canvas of the stage. */
class Layer {
  readonly #canvas = document.createElement('canvas');
  readonly #paint: (ctx: CanvasRenderingContext2D) => void;
  readonly #ctx: CanvasRenderingContext2D;

  constructor(host: HTMLElement, paint: (ctx: CanvasRenderingContext2D) => void) {
    const ctx = this.#canvas.getContext('2d');
    if (!ctx) throw new Error('this browser gives no canvas');
    this.#ctx = ctx;
    this.#paint = paint;
    this.#canvas.className = classes.layer ?? '';
    host.append(this.#canvas);
  }

  /** In CSS pixels. The canvas is empty afterwards. */
  resize(width: number, height: number, pixelRatio: number): void {
    this.#canvas.width = Math.ceil(width * pixelRatio);
    this.#canvas.height = Math.ceil(height * pixelRatio);
    Object.assign(this.#canvas.style, { width: `${width}px`, height: `${height}px` });
  }

  clear(): void {
    this.#ctx.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
  }

  draw(): void {
    this.#paint(this.#ctx);
  }

  show(shown: boolean): void {
    this.#canvas.style.display = shown ? '' : 'none';
  }

  remove(): void {
    this.#canvas.remove();
  }
}

/** What the scene is painted on: the board below, what moves above it. */
interface Stage {
  scene: Scene;
  layers: Layer[];
  pixelRatio: number;
}

/**
 * The stage with its two layers. React gives it a place and a size; the scene paints them. Plain canvases and no
 * Konva: the scene asks no stage for nodes, hits, caches or events, and all guests would wait for its 30 kB.
 */
export function StageHost({
  canvas,
  width,
  height,
}: {
  canvas: CanvasController;
  width: number;
  height: number;
}): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const built = useRef<Stage | null>(null);

  useEffect(() => {
    if (!host.current) return undefined;
    // Its size comes below, and with it the first picture.
    const stage = buildStage(canvas, host.current);
    built.current = stage;
    return () => {
      built.current = null;
      stage.scene.destroy();
      for (const layer of stage.layers) layer.remove();
    };
  }, [canvas]);

  // A canvas that changed its size is empty: paint before the browser shows it.
  useEffect(() => {
    for (const layer of built.current?.layers ?? []) layer.resize(width, height, built.current?.pixelRatio ?? 1);
    canvas.camera.viewport = { width, height };
    canvas.resized();
    built.current?.scene.refresh();
  }, [canvas, width, height]);

  return <div ref={host} />;
}

function buildStage(canvas: CanvasController, host: HTMLElement): Stage {
  const pixelRatio = window.devicePixelRatio || 1;
  const board = new Layer(host, (ctx) => scene.paintBoard(ctx));
  const active = new Layer(host, (ctx) => scene.paintActive(ctx));
  const scene = new Scene({
    model: canvas.model,
    camera: canvas.camera,
    painter: canvas.painter,
    overlay: {
      isEmpty: () => canvas.overlay?.isEmpty() ?? true,
      paint: (ctx, view, palette) => canvas.overlay?.paint(ctx, view, palette),
    },
    pixelRatio,
    layers: {
      drawBoard: () => board.draw(),
      drawActive: (empty) => {
        active.show(!empty);
        if (empty) return;
        active.clear();
        active.draw();
      },
    },
  });
  canvas.scene = scene;
  canvas.people.start();
  return { scene, layers: [board, active], pixelRatio };
}
