import { TagsInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { CanvasController } from '../canvas/controller.ts';
import { knownTags, MOST_TAGS, setSharedTags, sharedTags, TAG_LENGTH } from '../sync/tags.ts';
import { useLanguage, useT } from '../ui/i18n.tsx';

/** Tags as words: typed, or picked from those that the board has already. */
export function TagsEditor({
  canvas,
  ids,
}: {
  canvas: Pick<CanvasController, 'session' | 'tell'>;
  ids: string[];
}): ReactNode {
  const t = useT();
  const [language] = useLanguage();
  const [tags, setTags] = useState(() => sharedTags(canvas.session, ids));
  const [known] = useState(() => knownTags(canvas.session, language));
  return (
    <TagsInput
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
