import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { wordsPlugin } from './words-plugin.ts';

const SERVER = process.env.TALKOOT_DEV_SERVER ?? 'http://127.0.0.1:3000';

/** Code that every page needs and that changes rarely: its own file, so that a new version of ours keeps it cached. */
const SHARED =
  /node_modules\/(react|react-dom|scheduler|react-router|i18next|react-i18next|@tanstack|zod)\/|src\/zod-setup/;

/** The same for the board. */
const BOARD_SHARED = /node_modules\/(konva|yjs|lib0|y-protocols)\//;

/**
 * Where everybody begins, and guests go on from: with all that it needs it is one file, and what only the board needs
 * is another. In the seventy small ones that a build makes by itself the same code takes 30 kB more on the line. What
 * other pages share with the board is named here too: else they would load the board for it.
 */
const BEGINNING =
  /src\/(main|pages\/join\/join-page|ui\/state-badge)\.tsx$|icons-react\/.*\/Icon(Dots|Pencil|Plus|Search)\.mjs$/;
const BOARD = /src\/pages\/board\/(board-page|live-board)\.tsx$/;

export default defineConfig({
  plugins: [react(), wordsPlugin(new RegExp(`${BEGINNING.source}|${BOARD.source}`))],
  // The server puts a fresh nonce in place of this word with every page it serves.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    target: 'es2023',
    // Nothing as data: in style sheets: the policy lets fonts come from the server only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    // Tells which file needs which; read by e2e/first-load.spec.ts.
    manifest: true,
    rolldownOptions: {
      output: {
        // A group takes what its modules need along, except for what a group before it has taken.
        codeSplitting: {
          groups: [
            { name: 'shared', test: SHARED, priority: 4 },
            { name: 'beginning', test: BEGINNING, priority: 3 },
            { name: 'board-shared', test: BOARD_SHARED, priority: 2 },
            { name: 'board', test: BOARD, priority: 1 },
          ],
        },
      },
    },
  },
  // The browser tests in e2e/ are Playwright's.
  test: { include: ['src/**/*.test.{ts,tsx}'] },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': { target: SERVER },
      '/sync': { target: SERVER, ws: true },
    },
  },
});
