import { Group, Input, Loader, NativeSelect, Text, TextInput, VisuallyHidden } from '@mantine/core';
import type { LanguageCode } from '@talkoot/i18n';
import type { TemplateSummary } from '@talkoot/protocol';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { problemCode } from '../../api/problem.ts';
import { useTemplates } from '../../api/queries.ts';
import { useT } from '../../ui/i18n.tsx';
import classes from './home.module.css';
import { BLANK, categoriesOf, type ShelfGroup, type ShelfQuery, shelfOf } from './template-shelf.ts';

interface TemplateChoiceProps {
  value: string;
  language: LanguageCode;
  onChange: (id: string) => void;
}

const EVERYTHING: ShelfQuery = { words: '', category: null };

/** A searchable list of templates by category, one of which is chosen: radio buttons with pictures of their own. */
export function TemplateChoice({ value, language, onChange }: TemplateChoiceProps): ReactNode {
  const t = useT();
  const label = useId();
  const { data, error, isPending } = useTemplates();
  const [query, setQuery] = useState(EVERYTHING);
  const narrowed = query.words.trim() !== '' || query.category !== null;
  const groups = data ? shelfOf(data, query) : [];
  const count = groups.reduce((sum, { templates }) => sum + templates.length, 0);
  const chosen = data?.templates.find(({ id }) => id === value);
  return (
    <div>
      <Group justify="space-between" gap="xs" align="baseline" wrap="nowrap" mb={4}>
        <Input.Label id={label} component="div" size="md">
          {t('home.template')}
        </Input.Label>
        <Text size="sm" c="dimmed" truncate>
          {t('home.templateChosen', {
            name: chosen && chosen.id !== BLANK ? chosen.name[language] : t('home.templateBlank'),
          })}
        </Text>
      </Group>
      <Filters query={query} onChange={setQuery} categories={data ? categoriesOf(data, language) : []} />
      <div role="radiogroup" aria-labelledby={label} className={classes.templates}>
        {narrowed ? null : (
          <Choice
            id={BLANK}
            name={t('home.templateBlank')}
            text={t('home.templateBlankText')}
            chosen={value}
            onChange={onChange}
          />
        )}
        {groups.map((group) => (
          <Shelf key={group.category.id} {...group} value={value} language={language} onChange={onChange} />
        ))}
        {isPending ? <Loader size="sm" m="md" /> : null}
        {error ? <Text role="alert">{t(`problem.${problemCode(error)}`)}</Text> : null}
      </div>
      <Found count={count} narrowed={narrowed && data !== undefined} />
    </div>
  );
}

/** How many were found, said to those who do not see the list; that there are none is told to all. */
function Found({ count, narrowed }: { count: number; narrowed: boolean }): ReactNode {
  const t = useT();
  return (
    <div role="status">
      {narrowed && count === 0 ? (
        <Text p="sm">{t('home.templateNoMatch')}</Text>
      ) : (
        <VisuallyHidden>{narrowed ? t('home.templatesFound', { count }) : null}</VisuallyHidden>
      )}
    </div>
  );
}

function Filters(props: {
  query: ShelfQuery;
  categories: { value: string; label: string }[];
  onChange: (query: ShelfQuery) => void;
}): ReactNode {
  const t = useT();
  const { query, categories, onChange } = props;
  return (
    <div className={classes.filters}>
      <TextInput
        type="search"
        aria-label={t('home.templateSearch')}
        placeholder={t('home.templateSearch')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={query.words}
        onChange={(event) => onChange({ ...query, words: event.currentTarget.value })}
        // Who looks for a template is not yet done with the form.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <NativeSelect
        aria-label={t('home.templateCategory')}
        value={query.category ?? ''}
        data={[{ value: '', label: t('home.templateCategories') }, ...categories]}
        onChange={(event) => onChange({ ...query, category: event.currentTarget.value || null })}
      />
    </div>
  );
}

/** The templates of one category under its name, which stays in view. */
function Shelf({ category, templates, value, language, onChange }: ShelfGroup & TemplateChoiceProps): ReactNode {
  const label = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot have a legend that stays in view
    <div role="group" aria-labelledby={label} className={classes.shelf}>
      <Text id={label} size="sm" fw={700} className={classes.shelfName}>
        {category.name[language]}
      </Text>
      <div className={classes.shelfCards}>
        {templates.map((template) => (
          <Choice
            key={template.id}
            id={template.id}
            name={template.name[language]}
            text={template.description[language]}
            size={template}
            chosen={value}
            onChange={onChange}
          />
        ))}
      </div>
    </div>
  );
}

function Choice(props: {
  id: string;
  name: string;
  text: string;
  size?: Pick<TemplateSummary, 'durationMinutes' | 'groupSize'>;
  chosen: string;
  onChange: (id: string) => void;
}): ReactNode {
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
      <Text component="span" display="block" fw={700} className={classes.templateName}>
        {props.name}
      </Text>
      {props.size ? <TemplateSize {...props.size} /> : null}
      <Text component="span" size="sm" c="dimmed" mt={2} lineClamp={2}>
        {props.text}
      </Text>
    </label>
  );
}

/** How long it takes and for how many it is. */
function TemplateSize({
  durationMinutes,
  groupSize,
}: Pick<TemplateSummary, 'durationMinutes' | 'groupSize'>): ReactNode {
  const t = useT();
  const { min, max } = groupSize;
  return (
    <Text component="span" display="block" size="sm">
      {t('home.templateSize', {
        minutes: t('home.minutes', { count: durationMinutes }),
        people: min === max ? t('home.people', { count: max }) : t('home.peopleRange', { min, max }),
      })}
    </Text>
  );
}
