import { useCallback, useEffect, useRef, useState } from 'react';

/** After so long a pause in writing it is saved. */
const PAUSE_MS = 500;

interface Draft<Value> {
  value: Value;
  /** On its way to the server, or there. */
  stage: 'written' | 'sent' | 'kept';
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
    if (written?.stage !== 'written' || !allows(written.value)) return;
    written.stage = 'sent';
    void send(written.value).then((done) => {
      // What was refused is sent again when the field is left or changed again.
      written.stage = done ? 'kept' : 'written';
    });
  }, []);
  useEffect(() => {
    if (draft?.stage !== 'written') return undefined;
    const timer = setTimeout(flush, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft, flush]);
  useEffect(() => flush, [flush]);
  // Once the server has it, what the server says is shown again; what it said before comes late and is passed over.
  const told = JSON.stringify(value);
  useEffect(() => {
    setDraft((now) =>
      now?.stage === 'kept' || (now?.stage === 'sent' && told === JSON.stringify(now.value)) ? null : now,
    );
  }, [told]);
  const write = useCallback((next: Value) => setDraft({ value: next, stage: 'written' }), []);
  return [draft ? draft.value : value, write, flush];
}
