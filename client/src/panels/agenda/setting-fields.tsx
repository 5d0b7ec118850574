import { Checkbox, Fieldset, NativeSelect, NumberInput, Stack, TextInput } from '@mantine/core';
import { type Mistake, mistakesIn, readSettings, type Setting, type StepType } from '@talkoot/facilitation';
import type { Translate } from '@talkoot/i18n';
import type { AgendaStep } from '@talkoot/protocol';
import type { ReactNode } from 'react';
import { useT } from '../../ui/i18n.tsx';
import { useDraft } from './use-draft.ts';

type Values = AgendaStep['settings'];

/** The settings of a type of step as fields, drawn from its data. What is wrong is said beside it and waits to be mended. */
export function SettingFields(props: {
  type: StepType;
  values: Values;
  save(values: Values): Promise<boolean>;
}): ReactNode {
  const t = useT();
  const { settings } = props.type;
  const mistakes = (values: Values): Mistake[] => mistakesIn(settings, values);
  const [values, write, flush] = useDraft(props.values, props.save, (draft) => mistakes(draft).length === 0);
  const read = { ...readSettings(settings, values), ...values };
  const wrong = new Map(mistakes(values).map((mistake) => [mistake.setting, mistake]));
  return (
    <Fieldset legend={<b>{t('agenda.settings')}</b>}>
      <Stack gap="md" onBlur={flush}>
        {Object.entries(settings).map(([name, setting]) => (
          <SettingField
            key={name}
            name={`step.${props.type.type}.set.${name}`}
            setting={setting}
            value={read[name]}
            mistake={wrong.get(name)}
            onChange={(value) => write({ ...values, [name]: value })}
          />
        ))}
      </Stack>
    </Fieldset>
  );
}

/** The key of a setting's name; `<key>.<choice>` names its choices. */
type SettingKey = `step.${string}.set.${string}`;

function choiceKey(name: SettingKey, choice: unknown): SettingKey {
  return `${name}.${choice === '' ? 'none' : String(choice)}`;
}

function SettingField(props: {
  name: SettingKey;
  setting: Setting;
  value: unknown;
  mistake: Mistake | undefined;
  onChange(value: unknown): void;
}): ReactNode {
  const t = useT();
  const { name, setting, value, mistake, onChange } = props;
  const label = t(name);
  const error = mistake && t(`setting.wrong.${mistake.why}`, { least: mistake.least ?? 0, most: mistake.most ?? 0 });
  switch (setting.type) {
    case 'toggle':
      return (
        <Checkbox label={label} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />
      );
    case 'choice':
      return (
        <NativeSelect
          label={label}
          value={String(value)}
          error={error}
          data={setting.of.map((choice) => ({ value: choice, label: t(choiceKey(name, choice)) }))}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'words':
      return (
        <TextInput
          label={label}
          value={String(value)}
          error={error}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'count':
    case 'limit':
      return (
        <NumberInput
          size="md"
          label={label}
          description={typeof value === 'number' ? t(`unit.${setting.unit}`, { count: value }) : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          placeholder={setting.type === 'limit' ? t('setting.none') : ''}
          allowNegative={false}
          error={error}
          value={value === null ? '' : (value as number)}
          onChange={(written) => onChange(written === '' && setting.type === 'limit' ? null : written)}
        />
      );
  }
}

/** What the settings of a step say that is not usual, in words. */
export function settingWords(type: StepType, values: Values, t: Translate): string[] {
  const read: Record<string, unknown> = readSettings(type.settings, values);
  return Object.entries(type.settings).flatMap(([name, setting]) => {
    const value = read[name];
    const key: SettingKey = `step.${type.type}.set.${name}`;
    if (value === setting.default && setting.type !== 'count') return [];
    return [t('agenda.settingWords', { label: t(key), value: valueWords(key, setting, value, t) })];
  });
}

function valueWords(key: SettingKey, setting: Setting, value: unknown, t: Translate): string {
  if (setting.type === 'choice') return t(choiceKey(key, value));
  if (setting.type === 'toggle') return t(value === true ? 'agenda.yes' : 'agenda.no');
  if (setting.type === 'words') return String(value);
  return value === null ? t('setting.none') : t(`unit.${setting.unit}`, { count: value as number });
}
