import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const RECORD = join(ROOT, 'docs', 'long-run.md');
const HEAD = `# Runs of \`npm run test:long\`

Written by the proofs themselves, newest last: what was done, from which seeds, at which commit.

| Day | Commit | Proof | Counts |
|---|---|---|---|
`;

/** Prints what a proof did; a run with the large counts is also written to `docs/long-run.md`. */
export function reportProof(name: string, counts: Readonly<Record<string, string | number>>): void {
  console.log(name, counts);
  if (process.env.TALKOOT_LONG !== '1') return;
  if (!existsSync(RECORD)) writeFileSync(RECORD, HEAD);
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim();
  const words = Object.entries(counts).map(([what, count]) => `${what} ${count}`);
  appendFileSync(RECORD, `| ${new Date().toISOString().slice(0, 10)} | ${commit} | ${name} | ${words.join(', ')} |\n`);
}
