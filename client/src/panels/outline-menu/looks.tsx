import { Menu } from '@mantine/core';
import type { Control } from '@talkoot/elements';
import { IconTag } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { mayWrite } from '../../sync/actions.ts';
import { formatsOfAll, haveFormat } from '../../sync/words-look.ts';
import { useT } from '../../ui/i18n.tsx';
import { WORD_LOOKS } from '../format-buttons.tsx';
import type { OutlineHost } from '../outline-host.ts';
import { mayUse, sharedControls, sharedValue } from '../selection-controls.tsx';
import { Back, ICON, Keys, type MenuProps } from './parts.tsx';

/** What the kinds let people set, and the tags. */
export function Looks({ outline, id }: MenuProps): ReactNode {
  const t = useT();
  const { host, actions, setOpen } = outline;
  const ids = [...host.selection.ids];
  const tagged = ids.every((one) => host.typeOf(one)?.tagged);
  return (
    <>
      {sharedControls(host, ids).map((control) => {
        const label = t(control.labelKey);
        const view = { control, canvas: host, ids };
        if (control.type === 'toggle') {
          const on = sharedValue(view) === true;
          if (!mayUse(view, { value: !on, labelKey: control.labelKey })) return null;
          return (
            <Menu.CheckboxItem
              key={control.field}
              value={control.field}
              checked={on}
              closeMenuOnClick
              onChange={() => actions.setValue(control.field, !on, label)}
            >
              {label}
            </Menu.CheckboxItem>
          );
        }
        if (control.type === 'line') {
          if (ids.length > 1 || !mayUse(view, { value: '', labelKey: control.labelKey })) return null;
          return (
            <Menu.Item key={control.field} onClick={() => setOpen({ dialog: `line ${control.field}` })}>
              {t('outline.line', { control: label })}
            </Menu.Item>
          );
        }
        if (!control.options.some((option) => mayUse(view, option))) return null;
        return (
          <Menu.Item
            key={control.field}
            closeMenuOnClick={false}
            onClick={() => setOpen({ menu: id, part: `control ${control.field}` })}
          >
            {t('outline.line', { control: label })}
          </Menu.Item>
        );
      })}
      {canFormat(host, ids) && (
        <Menu.Item closeMenuOnClick={false} onClick={() => setOpen({ menu: id, part: 'words' })}>
          {t('outline.line', { control: t('words.bar') })}
        </Menu.Item>
      )}
      {tagged && (
        <Menu.Item
          leftSection={<IconTag size={ICON} aria-hidden />}
          rightSection={<Keys keys="#" />}
          onClick={() => setOpen({ dialog: 'tags' })}
        >
          {t('outline.line', { control: t('canvas.tags') })}
        </Menu.Item>
      )}
    </>
  );
}

function canFormat({ session, model }: OutlineHost, ids: string[]): boolean {
  if (formatsOfAll(session, ids).length === 0) return false;
  return ids.some((id) => model.get(id)?.text && mayWrite(session, id).allowed);
}

/** How all words of the lines look. */
export function WordLooks({ outline, id }: MenuProps): ReactNode {
  const t = useT();
  const { host, actions, setOpen } = outline;
  const ids = [...host.selection.ids];
  const formats = formatsOfAll(host.session, ids);
  return (
    <>
      <Back label={t('words.bar')} onBack={() => setOpen({ menu: id, part: 'all' })} />
      {WORD_LOOKS.filter(({ format }) => formats.includes(format)).map(({ format, value, labelKey, Icon }) => (
        <Menu.CheckboxItem
          key={labelKey}
          value={labelKey}
          checked={haveFormat(host.session, ids, format, value)}
          closeMenuOnClick
          rightSection={<Icon size={ICON} aria-hidden />}
          onChange={() => actions.format(format, value, t(labelKey))}
        >
          {t(labelKey)}
        </Menu.CheckboxItem>
      ))}
    </>
  );
}

/** The values of one control, one of which is chosen. */
export function Choices({ outline, id, control }: MenuProps & { control: Control }): ReactNode {
  const t = useT();
  const { host, actions, setOpen } = outline;
  const view = { control, canvas: host, ids: [...host.selection.ids] };
  if (control.type !== 'swatches' && control.type !== 'choice') return null;
  const value = sharedValue(view);
  return (
    <>
      <Back label={t(control.labelKey)} onBack={() => setOpen({ menu: id, part: 'all' })} />
      <Menu.RadioGroup value={value === undefined ? null : String(value)}>
        {control.options
          .filter((option) => mayUse(view, option))
          .map((option) => (
            <Menu.RadioItem
              key={String(option.value)}
              value={String(option.value)}
              closeMenuOnClick
              onChange={() => actions.setValue(control.field, option.value, t(option.labelKey))}
            >
              {t(option.labelKey)}
            </Menu.RadioItem>
          ))}
      </Menu.RadioGroup>
    </>
  );
}
