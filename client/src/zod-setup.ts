import { config } from 'zod/mini';

// Zod tries at the first schema whether it may compile code, which the page's policy forbids and reports. Imported
// before anything that declares a schema; vite.config.ts keeps it in the file that is evaluated first.
config({ jitless: true });
