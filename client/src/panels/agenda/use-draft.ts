import { useCallback, useEffect, useRef, useState } from 'react';

/** After so long a pause in writing it is saved. */
const PAUSE_MS = 500;

interface Draft<Value> {
  value: Value;
  saved: boolean;
}

/**
 * What a person writes into a field whose value lives on the server: saved in pauses, when they leave the field (call
 * the third) and when the field goes away. What `valid` refuses waits to be mended.
 */
export function useDraft<Value>(
  value: Value,
  save: (value: Value) => Promise<boolean>,
  valid: (value: Value) => boolean = () => true,
): [Value, (value: Value) => void, () => void] {
  const [draft, setDraft] = useState<Draft<Value> | null>(null);
  const latest = useRef({ draft, save, valid });
  latest.current = { draft, save, valid };
  const flush = useCallback(() => {
    const { draft: written, save: send, valid: allows } = latest.current;
    if (!written || written.saved || !allows(written.value)) return;
    written.saved = true;
    void send(written.value).then((done) => {
      if (!done) written.saved = false;
    });
  }, []);
  useEffect(() => {
    if (!draft || draft.saved) return undefined;
    const timer = setTimeout(flush, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft, flush]);
  useEffect(() => flush, [flush]);
  // Once it is saved, what the server says is shown again.
  const told = JSON.stringify(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another value of the server is what matters
  useEffect(() => setDraft((now) => (now?.saved ? null : now)), [told]);
  const write = useCallback((next: Value) => setDraft({ value: next, saved: false }), []);
  return [draft ? draft.value : value, write, flush];
}
