import { Menu } from '@mantine/core';
import type { Control } from '@talkoot/elements';
import { IconTag } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useT } from '../../ui/i18n.tsx';
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
