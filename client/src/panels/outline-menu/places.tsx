import { Menu } from '@mantine/core';
import { isFrame } from '@talkoot/board';
import { IconGridDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ARRANGEMENTS, canArrange } from '../../sync/arrange.ts';
import { useT } from '../../ui/i18n.tsx';
import { frameName } from '../outline-words.ts';
import { ARRANGEMENT_ICONS } from '../arrange-menu.tsx';
import type { OutlineState } from '../use-outline.ts';
import { Back, ICON, type MenuProps } from './parts.tsx';

/** The frames into which the selected elements may go. */
export function Frames({ outline, id }: MenuProps): ReactNode {
  const t = useT();
  const { host, actions, setOpen, env } = outline;
  const { model, selection } = host;
  const from = new Set([...selection.ids].map((one) => model.get(one)?.place.frame ?? null));
  const frames = [...model.containers()].filter(
    (frame) =>
      isFrame(model.kindOf(frame)) &&
      !selection.has(frame) &&
      !(from.size === 1 && from.has(frame)) &&
      !isWithin(outline, frame),
  );
  return (
    <>
      <Back label={t('outline.moveToFrame')} onBack={() => setOpen({ menu: id, part: 'all' })} />
      {frames.map((frame) => (
        <Menu.Item key={frame} onClick={() => actions.moveTo(frame)}>
          {frameName(model, frame, env.t)}
        </Menu.Item>
      ))}
      {!(from.size === 1 && from.has(null)) && (
        <Menu.Item onClick={() => actions.moveTo(null)}>{t('outline.toBoard')}</Menu.Item>
      )}
    </>
  );
}

/** Does a frame stand in one of the selected ones? */
function isWithin({ host }: OutlineState, frame: string): boolean {
  return [...host.selection.ids].some((one) => host.model.descendantsOf(one).includes(frame));
}

/** The way to the orders, where several are selected that can be put in one. */
export function ArrangeItem({ outline, id }: MenuProps): ReactNode {
  const t = useT();
  const { host, setOpen } = outline;
  if (!canArrange(host.model, [...host.selection.ids])) return null;
  return (
    <Menu.Item
      closeMenuOnClick={false}
      leftSection={<IconGridDots size={ICON} aria-hidden />}
      onClick={() => setOpen({ menu: id, part: 'arrange' })}
    >
      {t('outline.line', { control: t('canvas.arrange') })}
    </Menu.Item>
  );
}

/** The orders into which the selected elements can be put on the board. */
export function Arrangements({ outline, id }: MenuProps): ReactNode {
  const t = useT();
  const { actions, setOpen } = outline;
  return (
    <>
      <Back label={t('canvas.arrange')} onBack={() => setOpen({ menu: id, part: 'all' })} />
      {ARRANGEMENTS.map((how) => {
        const Shown = ARRANGEMENT_ICONS[how];
        return (
          <Menu.Item key={how} leftSection={<Shown size={ICON} aria-hidden />} onClick={() => actions.arrange(how)}>
            {t(`canvas.arrange.${how}`)}
          </Menu.Item>
        );
      })}
    </>
  );
}
