// Peer: Hocuspocus with its Database extension over node:sqlite (its own SQLite extension needs a compiler here).
import { DatabaseSync } from 'node:sqlite';
import { Database } from '@hocuspocus/extension-database';
import { Server } from '@hocuspocus/server';

const db = new DatabaseSync(`${process.env.DATA}/hocuspocus.db`);
db.exec('PRAGMA journal_mode=WAL; CREATE TABLE IF NOT EXISTS documents (name TEXT PRIMARY KEY, data BLOB)');
const read = db.prepare('SELECT data FROM documents WHERE name = ?');
const write = db.prepare('INSERT INTO documents VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET data = excluded.data');
const server = new Server({
  port: Number(process.env.PORT),
  address: '127.0.0.1',
  quiet: true,
  extensions: [
    new Database({
      fetch: async ({ documentName }) => read.get(documentName)?.data ?? null,
      store: async ({ documentName, state }) => void write.run(documentName, state),
    }),
  ],
});
await server.listen();
console.log('ready');
