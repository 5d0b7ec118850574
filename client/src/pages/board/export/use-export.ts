import type { ExportFormat, ExportJob } from '@talkoot/formats';
import { useEffect, useRef, useState } from 'react';
import { download } from './download.ts';

/** The page gets a turn at least this often while a file is made. */
const TURN_MS = 24;

/** How it stands: `part` of the work is done, from 0 to 1. */
export type ExportState = { kind: 'idle' } | { kind: 'working'; part: number } | { kind: 'failed' };

interface Export {
  state: ExportState;
  /** Makes a file and hands it over; answers whether that was done. */
  run(format: ExportFormat, job: Omit<ExportJob, 'step'>, name: string): Promise<boolean>;
  cancel(): void;
}

/** Makes one file at a time. Leaving cancels it. */
export function useExport(): Export {
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const run: Export['run'] = async (format, job, name) => {
    const stop = new AbortController();
    running.current = stop;
    setState({ kind: 'working', part: 0 });
    try {
      const step = stepper(stop.signal, (part) => setState({ kind: 'working', part }));
      const bytes = await Promise.race([format.make({ ...job, step }), whenCancelled(stop.signal)]);
      stop.signal.throwIfAborted();
      download(new Blob([bytes], { type: format.mediaType }), name);
      setState({ kind: 'idle' });
      return true;
    } catch (error) {
      if (!stop.signal.aborted) console.warn('export failed', error);
      setState({ kind: stop.signal.aborted ? 'idle' : 'failed' });
      return false;
    }
  };
  return { state, run, cancel: () => running.current?.abort() };
}

/** Rejects when it is cancelled, also while something is on its way from the server. */
function whenCancelled(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function stepper(signal: AbortSignal, tell: (part: number) => void): ExportJob['step'] {
  let last = performance.now();
  return async (done, total) => {
    signal.throwIfAborted();
    if (performance.now() - last < TURN_MS) return;
    tell(total > 0 ? done / total : 1);
    await new Promise((resolve) => setTimeout(resolve));
    last = performance.now();
    signal.throwIfAborted();
  };
}
