import { Group, Input, Loader, Text, TextInput } from '@mantine/core';
import type { LanguageCode } from '@talkoot/i18n';
import type { TemplateSummary } from '@talkoot/protocol';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { problemCode } from '../../api/problem.ts';
import { useTemplates } from '../../api/queries.ts';
import { useT } from '../../ui/i18n.tsx';
import classes from './home.module.css';

/** The template of an empty board; it stands first and is chosen until something else is. */
export const BLANK = 'blank';

/** A template is found by its name and description in any language. */
export function matches(template: TemplateSummary, search: string): boolean {
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const { name, description } = template;
  const all = Object.values(name).concat(Object.values(description)).join(' ').toLocaleLowerCase();
  return words.every((word) => all.includes(word));
}

/** A searchable list of templates, one of which is chosen: radio buttons with pictures of their own. */
export function TemplateChoice(props: {
  value: string;
  language: LanguageCode;
  onChange: (id: string) => void;
}): ReactNode {
  const t = useT();
  const label = useId();
  const templates = useTemplates();
  const [search, setSearch] = useState('');
  const others = (templates.data?.templates ?? []).filter(({ id }) => id !== BLANK);
  const found = others.filter((template) => matches(template, search));
  const choose = { chosen: props.value, onChange: props.onChange };
  return (
    <div>
      <Input.Label id={label} component="div" size="md">
        {t('home.template')}
      </Input.Label>
      <TextInput
        type="search"
        mb="xs"
        aria-label={t('home.templateSearch')}
        placeholder={t('home.templateSearch')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <div role="radiogroup" aria-labelledby={label} className={classes.templates}>
        {search.trim() === '' ? (
          <Choice {...choose} id={BLANK} name={t('home.templateBlank')} text={t('home.templateBlankText')} />
        ) : null}
        {found.map((template) => (
          <Choice
            key={template.id}
            {...choose}
            id={template.id}
            name={template.name[props.language]}
            text={template.description[props.language]}
            minutes={template.durationMinutes}
          />
        ))}
        {templates.isPending ? <Loader size="sm" m="md" /> : null}
        {templates.isError ? <Text role="alert">{t(`problem.${problemCode(templates.error)}`)}</Text> : null}
        {found.length === 0 && search.trim() !== '' ? (
          <Text role="status" p="sm">
            {t('home.templateNoMatch')}
          </Text>
        ) : null}
      </div>
    </div>
  );
}

function Choice(props: {
  id: string;
  name: string;
  text: string;
  minutes?: number;
  chosen: string;
  onChange: (id: string) => void;
}): ReactNode {
  const t = useT();
  return (
    <label className={classes.template}>
      <input
        type="radio"
        name="template"
        className={classes.radio}
        value={props.id}
        checked={props.chosen === props.id}
        onChange={() => props.onChange(props.id)}
      />
      <Group component="span" justify="space-between" gap="xs" wrap="nowrap" align="baseline">
        <Text component="span" fw={700}>
          {props.name}
        </Text>
        {props.minutes ? (
          <Text component="span" size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
            {t('home.minutes', { count: props.minutes })}
          </Text>
        ) : null}
      </Group>
      <Text component="span" display="block" size="sm" c="dimmed" mt={2}>
        {props.text}
      </Text>
    </label>
  );
}
