import { PageCode } from '../page-code.tsx';

/** The board itself: canvas, documents, line to the server. */
export const LIVE_BOARD = new PageCode(async () => (await import('./live-board.tsx')).LiveBoard);
