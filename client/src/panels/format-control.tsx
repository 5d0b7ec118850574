import { Popover } from '@mantine/core';
import { IconLetterCase } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { CanvasController } from '../canvas/controller.ts';
import { mayWrite } from '../sync/actions.ts';
import { formatsOfAll, haveFormat, toggleFormat } from '../sync/words-look.ts';
import { useT } from '../ui/i18n.tsx';
import classes from './bars.module.css';
import { FormatButtons } from './format-buttons.tsx';
import { BarButton } from './toolbar.tsx';

/** How all words of what is selected look, without opening them. */
export function FormatControl({ canvas, ids }: { canvas: CanvasController; ids: string[] }): ReactNode {
  const t = useT();
  const [open, setOpen] = useState(false);
  const { session } = canvas;
  const formats = formatsOfAll(session, ids);
  const written = ids.some((id) => canvas.model.get(id)?.text && mayWrite(session, id).allowed);
  if (formats.length === 0 || !written) return null;
  return (
    <Popover opened={open} onChange={setOpen} position="top" trapFocus returnFocus withinPortal withRoles={false}>
      <Popover.Target>
        <span className={classes.target}>
          <BarButton label={t('words.bar')} expanded={open} onClick={() => setOpen(!open)}>
            <IconLetterCase size={20} stroke={1.75} />
          </BarButton>
        </span>
      </Popover.Target>
      <Popover.Dropdown
        p={6}
        role="dialog"
        aria-label={t('words.bar')}
        data-canvas-overlay=""
        className={classes.looks}
      >
        <FormatButtons
          plain
          formats={formats}
          has={(format, value) => haveFormat(session, ids, format, value)}
          toggle={(format, value) => void canvas.tell(toggleFormat(session, ids, format, value))}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
