import { NativeSelect } from '@mantine/core';
import { ELEMENT_TYPES } from '@talkoot/elements';
import type { ReactNode } from 'react';
import { useT } from '../../ui/i18n.tsx';
import classes from './search.module.css';
import type { SearchState } from './use-search.ts';

interface Choice {
  value: string;
  label: string;
}

/** Narrows the search; only what this board has a choice of. */
export function SearchFilters(props: {
  search: SearchState;
  nameOf(participantId: string): string | undefined;
}): ReactNode {
  const t = useT();
  const { query, choices, ask } = props.search;
  const people = [...choices.authors]
    .map((id) => ({ value: id, label: props.nameOf(id) ?? '' }))
    .filter(({ label }) => label !== '')
    .sort((a, b) => a.label.localeCompare(b.label));
  const kinds = [...ELEMENT_TYPES.values()]
    .filter(({ kind }) => choices.kinds.has(kind))
    .map(({ kind, nameKey }) => ({ value: kind, label: t(nameKey) }));
  const frames = choices.frames.map(({ frame, depth }) => ({
    value: frame.id,
    label: `${'\u2003'.repeat(depth)}${frame.text.trim() || t('outline.untitled')}`,
  }));
  const tags = choices.tags.map((tag) => ({ value: tag, label: tag }));
  return (
    <fieldset className={classes.filters} aria-label={t('find.filters')}>
      <Filter
        label={t('find.author')}
        any={t('find.anyAuthor')}
        choices={people}
        value={query.author}
        onPick={(author) => ask({ author })}
      />
      <Filter
        label={t('find.kind')}
        any={t('find.anyKind')}
        choices={kinds}
        value={query.kind}
        onPick={(kind) => ask({ kind })}
      />
      <Filter
        label={t('find.frame')}
        any={t('find.anyFrame')}
        choices={frames}
        value={query.frame}
        onPick={(frame) => ask({ frame })}
      />
      <Filter
        label={t('find.tag')}
        any={t('find.anyTag')}
        choices={tags}
        value={query.tag}
        onPick={(tag) => ask({ tag })}
      />
    </fieldset>
  );
}

function Filter(props: {
  label: string;
  /** What is said when the filter is off. */
  any: string;
  choices: readonly Choice[];
  value: string | null;
  onPick(value: string | null): void;
}): ReactNode {
  const { label, any, choices, value, onPick } = props;
  if (choices.length === 0 && value === null) return null;
  return (
    <NativeSelect
      size="sm"
      label={label}
      value={value ?? ''}
      data={[{ value: '', label: any }, ...choices]}
      onChange={({ currentTarget }) => onPick(currentTarget.value === '' ? null : currentTarget.value)}
    />
  );
}
