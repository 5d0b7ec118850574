import { Popover } from '@mantine/core';
import { IconTag } from '@tabler/icons-react';
import { type ReactNode, Suspense, useState } from 'react';
import type { CanvasController } from '../canvas/controller.ts';
import { useT } from '../ui/i18n.tsx';
import { lazyPart } from '../ui/lazy-part.ts';
import { BarButton } from './toolbar.tsx';

const TagsEditor = lazyPart(async () => (await import('./tags-editor.tsx')).TagsEditor);

/** The tags of what is selected, where its kinds show any and the person may set them. */
export function TagsControl({ canvas, ids }: { canvas: CanvasController; ids: string[] }): ReactNode {
  const t = useT();
  const [open, setOpen] = useState(false);
  const tagged = ids.every((id) => canvas.typeOf(id)?.tagged);
  const first = ids[0] === undefined ? undefined : canvas.model.get(ids[0]);
  if (!tagged || !first) return null;
  const change = { type: 'set', id: first.id, field: 'tags', value: first.tags } as const;
  if (!canvas.session.may(change, first.scope).allowed) return null;
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="top"
      trapFocus
      returnFocus
      withinPortal
      width={300}
      withRoles={false}
    >
      <Popover.Target>
        <span>
          <BarButton label={t('canvas.tags')} expanded={open} onClick={() => setOpen(!open)}>
            <IconTag size={20} stroke={1.75} />
          </BarButton>
        </span>
      </Popover.Target>
      <Popover.Dropdown data-canvas-overlay="">
        <Suspense fallback={null}>
          <TagsEditor canvas={canvas} ids={ids} asked />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
