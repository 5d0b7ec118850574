import { PageCode } from '../page-code.tsx';
import { LIVE_BOARD } from './live-board-code.ts';

/** The page of a workshop: the board, or why there is none. */
export const BOARD_PAGE = new PageCode(async () => {
  // Nearly everybody who comes here sees the board: its code comes beside the page's, not after it.
  LIVE_BOARD.fetchAhead();
  return (await import('./board-page.tsx')).BoardPage;
});

/** For pages from which people go to a board: its code comes while they read and write there. */
export function fetchBoardAhead(): void {
  BOARD_PAGE.fetchAhead();
}
