import type { ReactNode } from 'react';
import type { CanvasController } from '../../canvas/controller.ts';
import { useFromCanvas } from '../../canvas/use-canvas.ts';
import { useModelVersion } from '../use-model.ts';
import { useSessionVersion } from '../use-rights.ts';
import { Properties, type PropertiesProps } from './properties.tsx';

/** The properties of what is selected on the canvas, as it is selected and changed. */
export function CanvasProperties({
  canvas,
  ...rest
}: { canvas: CanvasController } & Pick<PropertiesProps, 'nameOf' | 'onLock'>): ReactNode {
  const selected = useFromCanvas(canvas, ({ selection }) => selection.ids);
  useModelVersion(canvas.model);
  useSessionVersion(canvas.session);
  return <Properties host={canvas} ids={[...selected]} {...rest} />;
}
