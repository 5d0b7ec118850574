import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, RequestHandler, Response } from 'express';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};
const COMPRESSIBLE = new Set([
  '.css',
  '.html',
  '.js',
  '.json',
  '.map',
  '.mjs',
  '.svg',
  '.ttf',
  '.txt',
  '.wasm',
  '.webmanifest',
]);
const NONCE_MARK = '__CSP_NONCE__';

type Encoding = 'br' | 'gzip';

interface ClientFile {
  type: string;
  body: Buffer;
  etag: string;
  compressible: boolean;
  /** Compressed at first use, then kept. */
  compressed: Map<Encoding, Promise<Buffer>>;
}

/** The built browser app. */
export interface ClientFiles {
  /** Names the build; browsers with another one are told to reload. */
  readonly build: string;
  /** Files, and the page for every other address that a browser asks as a page. */
  readonly handler: RequestHandler;
}

/** Reads the built app into memory; it is a few megabytes. Without one, pages answer that it is not built. */
export async function loadClientFiles(folder: string): Promise<ClientFiles> {
  const files = await readFolder(folder);
  const page = files.get('/index.html')?.body.toString('utf8') ?? null;
  files.delete('/index.html');
  const build = createHash('sha256')
    .update(page ?? '')
    .digest('base64url')
    .slice(0, 12);
  return {
    build,
    async handler(request, response, next) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return next();
      const file = files.get(request.path);
      if (file) return sendFile(file, request, response);
      // A missing asset is an error, not the page.
      if (extname(request.path) !== '' || !request.accepts('html')) return next();
      if (page === null) {
        response.status(503).type('text/plain').send('The browser app is not built. Run: npm start\n');
        return;
      }
      const html = page.replaceAll(NONCE_MARK, String(response.locals.nonce));
      response.set('Cache-Control', 'no-store').type('html').send(html);
    },
  };
}

async function readFolder(folder: string): Promise<Map<string, ClientFile>> {
  const files = new Map<string, ClientFile>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const body = await readFile(path);
    const extension = extname(entry.name);
    files.set(`/${relative(folder, path).split(sep).join('/')}`, {
      type: TYPES[extension] ?? 'application/octet-stream',
      body,
      etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      compressible: COMPRESSIBLE.has(extension) && body.length > 1_000,
      compressed: new Map(),
    });
  }
  return files;
}

async function sendFile(file: ClientFile, request: Request, response: Response): Promise<void> {
  // Vite puts a hash into the names below /assets: what is there never changes.
  const immutable = request.path.startsWith('/assets/');
  response.set({
    'Content-Type': file.type,
    'Cache-Control': immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate',
    ETag: file.etag,
    Vary: 'Accept-Encoding',
  });
  if (request.headers['if-none-match'] === file.etag) {
    response.status(304).end();
    return;
  }
  const encoding = file.compressible ? request.acceptsEncodings('br') || request.acceptsEncodings('gzip') : false;
  if (!encoding) {
    response.end(file.body);
    return;
  }
  const body = await compressed(file, encoding as Encoding);
  response.set('Content-Encoding', encoding).end(body);
}

function compressed(file: ClientFile, encoding: Encoding): Promise<Buffer> {
  const known = file.compressed.get(encoding);
  if (known) return known;
  const body =
    encoding === 'br'
      ? promisify(brotliCompress)(file.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })
      : promisify(gzip)(file.body, { level: 6 });
  file.compressed.set(encoding, body);
  return body;
}
