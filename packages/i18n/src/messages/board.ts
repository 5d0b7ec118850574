import { defineMessages } from '../define.ts';

/** Words shared by the board's panels. */
export const boardMessages = defineMessages({
  en: { 'board.untitled': 'Untitled' },
  fi: { 'board.untitled': 'Nimetön' },
  sv: { 'board.untitled': 'Namnlös' },
});
