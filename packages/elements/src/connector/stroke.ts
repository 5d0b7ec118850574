import type { ElementData } from '@talkoot/board';

const STROKES: Readonly<Record<string, number>> = { thin: 2, medium: 3.5, thick: 6 };

/** Width of a connector's line, board units. */
export function strokeOf({ fields }: ElementData): number {
  return STROKES[String(fields.weight ?? 'thin')] ?? 2;
}
