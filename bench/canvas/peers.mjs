// The pages of the peers and of the bare loop: bundled once, served from a folder on 127.0.0.1.
import { createReadStream } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { build } from 'esbuild';

const HERE = import.meta.dirname;
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

export const PEERS = [
  { name: 'tldraw', entry: 'pages/tldraw.jsx' },
  { name: 'Excalidraw', entry: 'pages/excalidraw.jsx' },
  { name: 'bare', entry: 'pages/bare.js' },
];

/** One file, production build. */
async function bundle(entry, outfile, format = 'esm') {
  await build({
    entryPoints: [join(HERE, entry)],
    outfile,
    bundle: true,
    minify: true,
    format,
    target: 'es2023',
    jsx: 'automatic',
    conditions: ['production'],
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.IS_PREACT': '"false"' },
    loader: { '.woff2': 'file', '.woff': 'file', '.ttf': 'file', '.svg': 'file', '.png': 'file' },
    logLevel: 'silent',
  });
}

/** A script to be run in the product's page, as text. */
export async function scriptText(entry) {
  const { outputFiles } = await build({
    entryPoints: [join(HERE, entry)],
    bundle: true,
    minify: true,
    format: 'iife',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0].text;
}

function page(name) {
  return `<!doctype html><meta charset="utf-8"><title>${name}</title>
<link rel="stylesheet" href="/${name}.css"><style>html,body{margin:0;height:100%;overflow:hidden}</style>
<body><script>window.EXCALIDRAW_ASSET_PATH = '/excalidraw/'</script><script type="module" src="/${name}.js"></script>`;
}

/** Builds what can be built; a peer that cannot is named and skipped. */
export async function startPeers() {
  const folder = await mkdtemp(join(tmpdir(), 'talkoot-bench-'));
  const ready = [];
  const skipped = [];
  for (const { name, entry } of PEERS) {
    try {
      await bundle(entry, join(folder, `${name}.js`));
      await writeFile(join(folder, `${name}.html`), page(name));
      if (name === 'bare') await writeFile(join(folder, 'bare.css'), '');
      ready.push(name);
    } catch (error) {
      skipped.push({ name, why: String(error.message).split('\n')[0] });
    }
  }
  const fonts = join(HERE, '../node_modules/@excalidraw/excalidraw/dist/prod/fonts');
  await cp(fonts, join(folder, 'excalidraw/fonts'), { recursive: true }).catch(() => {});
  const server = createServer((request, response) => serve(folder, request, response));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    base: `http://127.0.0.1:${server.address().port}`,
    ready,
    skipped,
    async dispose() {
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function serve(folder, request, response) {
  const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
  const stream = createReadStream(join(folder, path));
  stream.on('open', () => response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream'));
  stream.on('error', () => response.writeHead(404).end());
  stream.pipe(response);
}
