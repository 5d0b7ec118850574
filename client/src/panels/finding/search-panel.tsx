import { ActionIcon, Button, CloseButton, Text, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId } from 'react';
import { jumpTo } from '../../canvas/going.ts';
import type { CanvasController } from '../../canvas/controller.ts';
import { useT } from '../../ui/i18n.tsx';
import { HitList, hitId } from './hit-list.tsx';
import { isFindKey } from './find-key.ts';
import classes from './search.module.css';
import { EMPTY_QUERY } from './search.ts';
import { SearchFilters } from './search-filters.tsx';
import { type SearchState, useSearch } from './use-search.ts';

export interface SearchPanelProps {
  canvas: CanvasController;
  nameOf(participantId: string): string | undefined;
  field: RefObject<HTMLInputElement | null>;
  /** The person has chosen a hit, by Enter or by pressing on it. */
  onChosen(): void;
}

/** Finds elements by their words, writer, tag, frame and kind, and goes from one to the next. */
export function SearchPanel({ canvas, nameOf, field, onChosen }: SearchPanelProps): ReactNode {
  const t = useT();
  const list = useId();
  const search = useSearch(canvas);
  const { hits, at, query } = search;
  useFindAgain(field);
  const go = (id: string | undefined): void => {
    if (id === undefined) return;
    search.setCurrent(id);
    jumpTo(canvas, id);
  };
  const step = (by: 1 | -1): void => go(search.stepped(by)?.id);
  const onKey = (event: KeyboardEvent): void => {
    const by = stepOf(event);
    if (by === null || event.nativeEvent.isComposing) return;
    event.preventDefault();
    step(by);
    if (event.key === 'Enter' && hits.length > 0) onChosen();
  };
  const active = hits[at]?.id;
  return (
    <div className={classes.search} data-testid="search">
      <TextInput
        ref={field}
        label={t('find.field')}
        value={query.words}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        leftSection={<IconSearch size={18} aria-hidden />}
        rightSection={
          query.words === '' ? null : (
            <CloseButton aria-label={t('find.clearWords')} onClick={() => clear(search, field.current)} />
          )
        }
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={hits.length > 0}
        aria-controls={hits.length > 0 ? list : undefined}
        aria-activedescendant={active === undefined ? undefined : hitId(list, active)}
        onChange={({ currentTarget }) => search.ask({ words: currentTarget.value })}
        onKeyDown={onKey}
      />
      <SearchFilters search={search} nameOf={nameOf} />
      {hits.length > 0 ? (
        <>
          <div className={classes.count}>
            <Text size="sm" c="dimmed">
              {at < 0 ? t('find.hits', { count: hits.length }) : t('find.at', { at: at + 1, total: hits.length })}
            </Text>
            <ActionIcon color="gray" size={36} aria-label={t('find.previous')} onClick={() => step(-1)}>
              <IconChevronUp size={20} aria-hidden />
            </ActionIcon>
            <ActionIcon color="gray" size={36} aria-label={t('find.next')} onClick={() => step(1)}>
              <IconChevronDown size={20} aria-hidden />
            </ActionIcon>
          </div>
          <HitList
            id={list}
            search={search}
            canvas={canvas}
            nameOf={nameOf}
            onPress={(id) => {
              go(id);
              onChosen();
            }}
          />
        </>
      ) : (
        <Nothing search={search} empty={canvas.model.size === 0} />
      )}
    </div>
  );
}

function clear(search: SearchState, field: HTMLInputElement | null): void {
  search.ask({ words: '' });
  field?.focus();
}

function stepOf({ key, shiftKey }: KeyboardEvent): 1 | -1 | null {
  if (key === 'ArrowDown') return 1;
  if (key === 'ArrowUp') return -1;
  if (key === 'Enter') return shiftKey ? -1 : 1;
  return null;
}

/** The key that opened the search comes back to its field; there it is the browser's own. */
function useFindAgain(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const again = (event: globalThis.KeyboardEvent): void => {
      if (!isFindKey(event) || document.activeElement === field.current) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    window.addEventListener('keydown', again);
    return () => window.removeEventListener('keydown', again);
  }, [field]);
}

/** Why there are no hits, and what to do. */
function Nothing({ search, empty }: { search: SearchState; empty: boolean }): ReactNode {
  const t = useT();
  if (empty) return <Text c="dimmed">{t('find.emptyBoard')}</Text>;
  if (search.asksNothing) return <Text c="dimmed">{t('find.begin')}</Text>;
  const { words, ...filters } = search.query;
  const filtered = Object.values(filters).some((value) => value !== null);
  return (
    <div className={classes.nothing}>
      <Text c="dimmed">{t(filtered ? 'find.noneFiltered' : 'find.none')}</Text>
      {filtered ? (
        <Button size="sm" variant="default" onClick={() => search.ask({ ...EMPTY_QUERY, words })}>
          {t('find.clearFilters')}
        </Button>
      ) : null}
    </div>
  );
}
