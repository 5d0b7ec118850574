import { COMMON_FIELDS } from '@talkoot/board';
import type { Verdict } from '@talkoot/rights';
import { applySettings, type Editing, elementsOfIds, type Setting } from './actions.ts';

/** Longest tag, and the most an element carries: what the document's schema takes. */
export const TAG_LENGTH = 40;
export const MOST_TAGS = 20;

/** The tags that all of these elements carry. */
export function sharedTags(session: Editing, ids: Iterable<string>): string[] {
  const [first, ...others] = elementsOfIds(session.model, ids);
  return (first?.tags ?? []).filter((tag) => others.every(({ tags }) => tags.includes(tag)));
}

/** Every tag on the board, in the order of the alphabet. */
export function knownTags(session: Editing, language: string): string[] {
  const tags = new Set<string>();
  for (const element of session.model.all()) for (const tag of element.tags) tags.add(tag);
  return [...tags].sort(new Intl.Collator(language).compare);
}

/** Makes `tags` the shared tags of elements: what is new goes on all, what is gone comes off all, the rest stays. */
export function setSharedTags(session: Editing, ids: readonly string[], tags: readonly string[]): Verdict {
  const clean = [...new Set(tags.map((tag) => tag.trim().slice(0, TAG_LENGTH)).filter(Boolean))];
  const before = new Set(sharedTags(session, ids));
  const gone = new Set([...before].filter((tag) => !clean.includes(tag)));
  const settings = elementsOfIds(session.model, ids).flatMap((element): Setting[] => {
    const kept = element.tags.filter((tag) => !gone.has(tag));
    const value = [...new Set([...kept, ...clean])].slice(0, MOST_TAGS);
    const same = value.length === element.tags.length && value.every((tag, index) => tag === element.tags[index]);
    return same || !COMMON_FIELDS.tags.schema.safeParse(value).success ? [] : [{ element, field: 'tags', value }];
  });
  return applySettings(session, settings);
}
