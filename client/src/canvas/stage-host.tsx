import { Konva } from 'konva/lib/Global.js';
import { Layer } from 'konva/lib/Layer.js';
import { Shape } from 'konva/lib/Shape.js';
import { Stage } from 'konva/lib/Stage.js';
import { type ReactNode, useEffect, useRef } from 'react';
import type { CanvasController } from './controller.ts';
import { Overlay } from './overlay.ts';
import { Scene } from './scene/scene.ts';

// Every frame is ours: the scene's loop draws, nothing else.
Konva.autoDrawEnabled = false;

/**
 * The stage with its two layers. React gives it a place and a size; the scene paints one Shape on each layer through
 * the native context and asks for no events. By hand and not by react-konva: three nodes that never change are not
 * worth a second React, 44 kB of code and a fifth of the rendering when a board opens.
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
  const built = useRef<{ stage: Stage; scene: Scene } | null>(null);

  useEffect(() => {
    if (!host.current) return undefined;
    // Its size comes below, and with it the first picture.
    const stage = new Stage({ container: host.current, width: 1, height: 1, listening: false });
    const board = new Layer({ listening: false, clearBeforeDraw: false });
    const active = new Layer({ listening: false, visible: false });
    stage.add(board, active);
    const scene = buildScene(canvas, board, active);
    built.current = { stage, scene };
    return () => {
      built.current = null;
      scene.destroy();
      stage.destroy();
    };
  }, [canvas]);

  // A canvas that changed its size is empty: paint before the browser shows it.
  useEffect(() => {
    built.current?.stage.size({ width, height });
    canvas.camera.viewport = { width, height };
    canvas.resized();
    built.current?.scene.refresh();
  }, [canvas, width, height]);

  return <div ref={host} />;
}

function buildScene(canvas: CanvasController, board: Layer, active: Layer): Scene {
  const pixelRatio = board.getCanvas().getPixelRatio();
  const overlay = new Overlay(canvas, pixelRatio);
  const scene = new Scene({
    model: canvas.model,
    camera: canvas.camera,
    painter: canvas.painter,
    overlay,
    pixelRatio,
    layers: {
      drawBoard: () => board.drawScene(),
      drawActive: (empty) => {
        if (active.visible() === empty) active.visible(!empty);
        if (!empty) active.drawScene();
      },
    },
  });
  board.add(paintingShape((ctx) => scene.paintBoard(ctx)));
  active.add(paintingShape((ctx) => scene.paintActive(ctx)));
  canvas.scene = scene;
  canvas.people.start();
  return scene;
}

/** A Shape without colours of its own: Konva would take slower paths for opacity, shadows or filters. */
function paintingShape(paint: (ctx: CanvasRenderingContext2D) => void): Shape {
  return new Shape({
    listening: false,
    perfectDrawEnabled: false,
    sceneFunc: (context) => paint(context._context),
  });
}
