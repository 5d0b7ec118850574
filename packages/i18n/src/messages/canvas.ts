import { defineMessages } from '../define.ts';

/** Words of the canvas, its tools and the outline. */
export const canvasMessages = defineMessages({
  en: { 'canvas.tool.select': 'Select' },
  fi: { 'canvas.tool.select': 'Valitse' },
  sv: { 'canvas.tool.select': 'Markera' },
});
