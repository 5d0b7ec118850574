import { defineConfig } from 'vitest/config';

/** Real servers, databases and processes on machines that do other work too: time limits only catch hangs. */
export default defineConfig({
  test: { testTimeout: 60_000, hookTimeout: 60_000 },
});
