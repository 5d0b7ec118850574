import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Store } from './port.ts';
import { openSqlite } from './sqlite/store.ts';
import type { Database } from './tables.ts';

export interface StoreConfig {
  /** Folder of everything the server keeps. */
  dataDir: string;
  /** Which engine and where; without it a SQLite file in `dataDir`. */
  url?: string;
}

export type OpenStore = Store & { readonly db: Database };

type Engine = (url: string, config: StoreConfig) => Promise<OpenStore>;

/** Storage engines by the scheme of their URL: one line an engine. */
const ENGINES: Record<string, Engine> = {
  sqlite: (url) => openSqlite({ path: url.slice('sqlite:'.length) }),
};

/** Opens the store that the configuration names and brings it to the present form. */
export async function openStore(config: StoreConfig): Promise<OpenStore> {
  const dataDir = resolve(config.dataDir);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const url = config.url ?? `sqlite:${join(dataDir, 'talkoot.db')}`;
  const scheme = url.slice(0, url.indexOf(':'));
  const open = ENGINES[scheme];
  if (!open) throw new Error(`No storage engine for "${scheme}:". Known: ${Object.keys(ENGINES).join(', ')}.`);
  return open(url, config);
}
