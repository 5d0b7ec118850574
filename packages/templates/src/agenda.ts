import type { Template, TemplateStep } from './format.ts';

/** Settings of a step that name frames of its template. */
const FRAME_SETTINGS = ['targetFrames'] as const;

/**
 * The agenda of a template for a board that was laid out from it: its steps speak of the elements that its frames have
 * become. Throws when a step names a frame that is not among them.
 */
export function agendaOf(template: Template, frameIds: Readonly<Record<string, string>>): TemplateStep[] {
  const onBoard = (frame: unknown): string => {
    const id = typeof frame === 'string' && Object.hasOwn(frameIds, frame) ? frameIds[frame] : undefined;
    if (id === undefined) throw new Error(`${template.id}: no frame ${String(frame)}`);
    return id;
  };
  return template.agenda.map((step) => {
    const named = FRAME_SETTINGS.flatMap((name) => {
      const frames = step.settings[name];
      return Array.isArray(frames) ? [[name, frames.map(onBoard)]] : [];
    });
    return { ...step, settings: { ...step.settings, ...Object.fromEntries(named) } };
  });
}
