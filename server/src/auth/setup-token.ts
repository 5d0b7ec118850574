import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newToken, sameSecret } from '../ids.ts';

/** The secret of the set-up link: fixed by the environment, or random and kept until the owner exists. */
export interface SetupToken {
  readonly value: string;
  matches(token: string): boolean;
  /** Forgets the kept one; called when set-up is done. */
  discard(): Promise<void>;
}

/** The token given, or the one kept in the data folder, made at the first start. */
export async function openSetupToken(dataDir: string, given: string | null): Promise<SetupToken> {
  const path = join(dataDir, 'setup-token');
  const value = given ?? (await keptSecret(path));
  return {
    value,
    matches: (token) => sameSecret(token, value),
    discard: () => rm(path, { force: true }),
  };
}

/** The key that signs session cookies, made at the first start. */
export function openSecret(dataDir: string): Promise<string> {
  return keptSecret(join(dataDir, 'secret'));
}

async function keptSecret(path: string): Promise<string> {
  const kept = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (kept?.trim()) return kept.trim();
  const secret = newToken() + newToken();
  await writeFile(path, `${secret}\n`, { mode: 0o600 });
  return secret;
}
