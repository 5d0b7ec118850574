import { flushCompileCache } from 'node:module';
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import type { Request, Response, SqlValue, WorkerOptions } from './messages.ts';
import { type Connection, openConnection, query, reset, runGroup, toWireError } from './connection.ts';

/** Thread that owns one SQLite connection. One message is one piece of work, done whole before the next. */
function serve(options: WorkerOptions): void {
  const port = parentPort;
  if (!port) throw new Error('sqlite/worker.ts runs as a worker thread');
  const connection = openConnection(new DatabaseSync(options.path, { readOnly: options.readOnly }), options);
  flushCompileCache();
  port.on('message', (request: Request) => {
    const response = answer(connection, request);
    port.postMessage(response, buffersOf(response));
    if (request.type === 'close') port.close();
  });
}

function answer(connection: Connection, request: Request): Response {
  const { id } = request;
  try {
    switch (request.type) {
      case 'query':
        return { id, type: 'rows', answer: query(connection, request.sql, request.params) };
      case 'group':
        return { id, type: 'outcomes', outcomes: runGroup(connection, request.batches) };
      case 'reset':
        reset(connection);
        return { id, type: 'ok' };
      case 'close':
        connection.db.close();
        return { id, type: 'ok' };
    }
  } catch (error) {
    return { id, type: 'error', error: toWireError(error) };
  }
}

/** Bytes of the answer change hands instead of being copied. */
function buffersOf(response: Response): ArrayBuffer[] {
  const rows =
    response.type === 'rows'
      ? response.answer.rows
      : response.type === 'outcomes'
        ? response.outcomes.flatMap((outcome) => (outcome.type === 'stopped' ? [outcome.row] : []))
        : [];
  const buffers = new Set<ArrayBuffer>();
  for (const row of rows) {
    for (const value of Object.values(row) as SqlValue[]) {
      if (value instanceof Uint8Array && value.buffer instanceof ArrayBuffer) buffers.add(value.buffer);
    }
  }
  return [...buffers];
}

serve(workerData as WorkerOptions);
