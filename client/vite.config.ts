import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { wordsPlugin } from './words-plugin.ts';

const SERVER = process.env.TALKOOT_DEV_SERVER ?? 'http://127.0.0.1:3000';

/** Code that every page needs and that changes rarely: its own file, so that a new version of ours keeps it cached. */
const SHARED =
  /node_modules\/(react|react-dom|scheduler|react-router|i18next|react-i18next|@tanstack|zod)\/|src\/zod-setup/;

export default defineConfig({
  plugins: [react(), wordsPlugin()],
  // The server puts a fresh nonce in place of this word with every page it serves.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    target: 'es2023',
    // Nothing as data: in style sheets: the policy lets fonts come from the server only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'shared', test: SHARED }] } },
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
