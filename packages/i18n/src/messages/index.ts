import { boardMessages } from './board.ts';
import { canvasMessages } from './canvas.ts';

/** Every area of messages: one line an area. */
export const AREAS = [boardMessages, canvasMessages] as const;
