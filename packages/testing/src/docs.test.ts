import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..', '..');

const NOT_OURS = ['node_modules', '.git', 'dist', 'data', '.turbo', '.mutants', 'test-results'];

/** Files of the project whose name ends so. */
function files(ending: string, folder = ROOT): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.includes(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return files(ending, path);
    return entry.name.endsWith(ending) ? [path] : [];
  });
}

/** Every page of documentation that stands in the project itself. */
const pages = (): string[] => files('.md');

const scripts = Object.keys(
  (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts,
);

/** Files and folders the product has, named in backticks or as the target of a link. */
function pathsIn(text: string): string[] {
  const named = [...text.matchAll(/`((?:client|server|packages|scripts|bench)\/[\w./@-]*)`/g)].map(
    (match) => match[1] ?? '',
  );
  const linked = [...text.matchAll(/\]\((?!https?:|#)([^)\s]+)\)/g)].map((match) => match[1] ?? '');
  return [...named, ...linked].map((path) => path.replace(/#.*$/, ''));
}

for (const page of pages()) {
  const name = page.slice(ROOT.length + 1);
  const text = readFileSync(page, 'utf8');

  test(`every path in ${name} exists`, () => {
    const missing = pathsIn(text).filter(
      (path) => !existsSync(join(ROOT, path)) && !existsSync(join(dirname(page), path)),
    );
    expect(missing).toEqual([]);
  });

  test(`every command in ${name} exists`, () => {
    const commands = [...text.matchAll(/npm (?:run )?(start|test(?::\w+)?|dev|bench|fuzz)\b/g)].map(
      (match) => match[1] ?? '',
    );
    expect(commands.filter((command) => !scripts.includes(command))).toEqual([]);
  });
}

for (const page of files('SPEC.md')) {
  test(`every rule of ${page.slice(ROOT.length + 1)} has a test that begins with its number`, () => {
    const rules = [...readFileSync(page, 'utf8').matchAll(/^\| ([A-Z]\d+) +\|/gm)].map((match) => match[1] ?? '');
    const tests = files('.ts')
      .filter((path) => path.endsWith('.test.ts') || path.includes('/testing/'))
      .map((path) => readFileSync(path, 'utf8'));
    expect(rules.length).toBeGreaterThan(0);
    expect(rules.filter((rule) => !tests.some((text) => text.includes(`'${rule} `)))).toEqual([]);
  });
}

test('the project stands alone', () => {
  for (const page of pages()) expect(readFileSync(page, 'utf8'), page).not.toContain(`..${'/'}shared`);
});
