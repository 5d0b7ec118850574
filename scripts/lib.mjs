// Shared by the commands of package.json. Plain JavaScript that runs on Node 20, because it installs the Node that
// the rest of the project runs on.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const BIN = join(ROOT, 'node_modules', '.bin');
const STAMPS = join(ROOT, 'node_modules', '.talkoot');

/** The Node that the project pins, installed by npm. */
export const NODE = join(ROOT, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

export function say(line) {
  process.stdout.write(`talkoot: ${line}\n`);
}

/** Ends the command with one clear line that says what to do. */
export function fail(line) {
  process.stderr.write(`talkoot: ${line}\n`);
  process.exit(1);
}

/** Environment in which `node` is the pinned Node and the project's tools are found. */
export function toolEnv(more = {}) {
  return {
    ...process.env,
    PATH: [dirname(NODE), BIN, process.env.PATH].join(delimiter),
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
    // Stripped and compiled once: a start without it takes 46 MiB more for the tool that strips types.
    NODE_COMPILE_CACHE: join(ROOT, 'node_modules', '.cache', 'node'),
    ...more,
  };
}

/** Runs a command and resolves with its exit code; its output is shown. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', env: toolEnv(), ...options });
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

/** A number for what these files hold; `ignore` names folders that do not count. */
export function hashOf(paths, ignore = ['node_modules', 'dist', '.turbo', 'test-results']) {
  const hash = createHash('sha256');
  const visit = (path) => {
    let entries;
    try {
      entries = readdirSync(path, { withFileTypes: true });
    } catch (error) {
      if (error.code === 'ENOTDIR') hash.update(path.slice(ROOT.length)).update(readFileSync(path));
      else if (error.code !== 'ENOENT') throw error;
      return;
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (!ignore.includes(entry.name)) visit(join(path, entry.name));
    }
  };
  for (const path of paths) visit(join(ROOT, path));
  return hash.digest('hex');
}

/** Runs `work` unless it was done for the same input before. */
export async function whenStale(name, key, work) {
  const stamp = join(STAMPS, name);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return false;
  await work();
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(stamp, key);
  return true;
}

function manifests() {
  const workspaces = ['client', 'server', ...readdirSync(join(ROOT, 'packages')).map((name) => join('packages', name))];
  return ['package.json', 'package-lock.json', ...workspaces.map((folder) => join(folder, 'package.json'))];
}

/** Installs packages when a manifest changed or the pinned Node is missing. */
export async function ensureInstalled() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) fail(`Node ${process.versions.node} is too old to start the installation: install Node 20 or newer.`);
  const key = existsSync(NODE) ? hashOf(manifests()) : 'missing';
  await whenStale('installed', key, async () => {
    say('installing packages (a minute or two the first time) ...');
    const code = await run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
      env: process.env,
      shell: process.platform === 'win32',
    });
    if (code !== 0) fail('npm install failed: see the lines above, check the network, and run the command again.');
    if (!existsSync(NODE)) fail('the pinned Node was not installed: run "npm rebuild node" and try again.');
  });
  if (key === 'missing') await whenStale('installed', hashOf(manifests()), async () => {});
}

/** Builds the browser app when its sources changed. */
export async function ensureBuilt() {
  const built = existsSync(join(ROOT, 'client', 'dist', 'index.html'));
  const key = built ? hashOf(['client', 'packages', 'package-lock.json']) : 'missing';
  const stale = await whenStale('built', key, async () => {
    say('building the browser app ...');
    const code = await run('turbo', ['run', 'build', '--output-logs=errors-only', '--no-update-notifier']);
    if (code !== 0) fail('the build failed: see the lines above.');
  });
  if (stale && key === 'missing')
    await whenStale('built', hashOf(['client', 'packages', 'package-lock.json']), async () => {});
}

const HEADLESS_SHELL = ['chromium-headless-shell'];
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome'];

/**
 * The browser of the browser tests: Chromium without its own windows, which takes a third less of the processor than the
 * whole browser without a display; where it is neither there nor to be had, the whole one.
 */
export async function ensureTestBrowser() {
  const found = findBrowser(HEADLESS_SHELL) ?? (await installed('chromium-headless-shell', HEADLESS_SHELL));
  return found ?? (await ensureChromium());
}

/** The whole Chromium, as people have it: one that is there, or Debian's. */
export async function ensureChromium() {
  const found = findBrowser(BROWSERS) ?? (await installed('chromium', BROWSERS));
  return (
    found ?? fail('Chromium is neither there nor could it be installed: install it, or name it in TALKOOT_CHROMIUM.')
  );
}

/** Debian's package of that name, or null where this machine or this account cannot have it. */
async function installed(debianPackage, names) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !onPath('apt-get')) return null;
  say(`installing ${debianPackage} ...`);
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const code =
    (await run('apt-get', ['update', '-qq'], quiet)) ||
    (await run('apt-get', ['install', '-y', '-qq', debianPackage], quiet));
  return code === 0 ? findBrowser(names) : null;
}

function findBrowser(names) {
  const named = process.env.TALKOOT_CHROMIUM;
  if (named) return existsSync(named) ? named : fail(`TALKOOT_CHROMIUM names no file: ${named}`);
  return names.map(onPath).find(Boolean) ?? null;
}

function onPath(name) {
  const { status, stdout } = spawnSync('which', [name], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}
