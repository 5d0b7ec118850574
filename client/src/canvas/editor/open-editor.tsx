import { type ReactNode, useEffect, useRef } from 'react';
import { useT } from '../../ui/i18n.tsx';
import type { CanvasController } from '../controller.ts';
import { WordsEditor } from './words-editor.ts';

/** The editor of one element's words, for as long as it is there. */
export function OpenEditor({ canvas, id }: { canvas: CanvasController; id: string }): ReactNode {
  const t = useT();
  const host = useRef<HTMLDivElement>(null);
  const nameKey = canvas.typeOf(id)?.nameKey;
  const label = nameKey ? t('canvas.words', { kind: t(nameKey) }) : '';
  useEffect(() => {
    if (!host.current) return undefined;
    const editor = new WordsEditor(host.current, canvas, id, label);
    return () => editor.destroy();
  }, [canvas, id, label]);
  return <div ref={host} className="talkoot-words" data-canvas-overlay="" data-testid="words-editor" />;
}
