import { TagsInput } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { CanvasController } from '../canvas/controller.ts';
import { knownTags, MOST_TAGS, setSharedTags, sharedTags, TAG_LENGTH } from '../sync/tags.ts';
import { useLanguage, useT } from '../ui/i18n.tsx';

/** Tags as words: typed, or picked from those that the board has already. */
export function TagsEditor({
  canvas,
  ids,
  asked = false,
}: {
  canvas: Pick<CanvasController, 'session' | 'tell'>;
  ids: string[];
  /** It was opened by itself and takes the focus: what opens before this code is there finds nothing to give it to. */
  asked?: boolean;
}): ReactNode {
  const t = useT();
  const [language] = useLanguage();
  const [tags, setTags] = useState(() => sharedTags(canvas.session, ids));
  const [known] = useState(() => knownTags(canvas.session, language));
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (asked) input.current?.focus({ preventScroll: true });
  }, [asked]);
  return (
    <TagsInput
      ref={input}
      label={t('canvas.tags')}
      description={t('canvas.tagsHelp')}
      data={known}
      value={tags}
      maxTags={MOST_TAGS}
      maxLength={TAG_LENGTH}
      acceptValueOnBlur
      data-autofocus
      comboboxProps={{ withinPortal: false }}
      onChange={(next) => {
        setTags(next);
        canvas.tell(setSharedTags(canvas.session, ids, next));
      }}
    />
  );
}
