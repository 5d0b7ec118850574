import Konva from 'konva';
import { type ReactNode, useEffect, useRef } from 'react';
import { Layer, Stage } from 'react-konva';
import type { CanvasController } from './controller.ts';
import { Overlay } from './overlay.ts';
import { Scene } from './scene/scene.ts';

// Every frame is ours: the scene's loop draws, nothing else.
Konva.autoDrawEnabled = false;

/**
 * The stage with its two layers. React only hosts it; the scene paints one Shape on each layer through the native
 * context and asks for no events.
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
  const board = useRef<Konva.Layer>(null);
  const active = useRef<Konva.Layer>(null);
  const scene = useRef<Scene>(null);

  useEffect(() => {
    if (!board.current || !active.current) return undefined;
    const built = buildScene(canvas, board.current, active.current);
    scene.current = built;
    return () => {
      built.destroy();
      board.current?.destroyChildren();
      active.current?.destroyChildren();
      scene.current = null;
    };
  }, [canvas]);

  // A canvas that changed its size is empty: paint before the browser shows it.
  useEffect(() => {
    canvas.camera.viewport = { width, height };
    canvas.resized();
    scene.current?.refresh();
  }, [canvas, width, height]);

  return (
    <Stage width={width} height={height} listening={false}>
      <Layer ref={board} listening={false} clearBeforeDraw={false} />
      <Layer ref={active} listening={false} visible={false} />
    </Stage>
  );
}

function buildScene(canvas: CanvasController, board: Konva.Layer, active: Konva.Layer): Scene {
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
function paintingShape(paint: (ctx: CanvasRenderingContext2D) => void): Konva.Shape {
  return new Konva.Shape({
    listening: false,
    perfectDrawEnabled: false,
    sceneFunc: (context) => paint(context._context),
  });
}
