import type { LanguageCode } from '@talkoot/i18n';
import type { TemplateCategory, TemplateList, TemplateSummary } from '@talkoot/protocol';
import { fold, includesTerm, termsOf } from '../../ui/folding.ts';

/** The template of an empty board; it stands first and is chosen until something else is. */
export const BLANK = 'blank';

/** What somebody looks for on the shelf. */
export interface ShelfQuery {
  words: string;
  /** Null for all. */
  category: string | null;
}

/** Templates that are for the same, in the order of the shelf. */
export interface ShelfGroup {
  category: TemplateCategory;
  templates: TemplateSummary[];
}

/** The templates that a query finds, by category, without the empty board. A template is found in any language. */
export function shelfOf({ categories, templates }: TemplateList, query: ShelfQuery): ShelfGroup[] {
  const terms = termsOf(query.words);
  return categories
    .filter(({ id }) => query.category === null || id === query.category)
    .map((category) => ({
      category,
      templates: templates.filter((template) => {
        if (template.id === BLANK || template.category !== category.id) return false;
        const words = fold([template, category].flatMap(wordsOf).join('\n'));
        return terms.every((term) => includesTerm(words, term));
      }),
    }))
    .filter((group) => group.templates.length > 0);
}

function wordsOf({ name, description }: TemplateCategory & Partial<TemplateSummary>): string[] {
  return [name, ...(description ? [description] : [])].flatMap((texts) => Object.values(texts));
}

/** Categories with a template besides the empty board, in words. */
export function categoriesOf({ categories, templates }: TemplateList, language: LanguageCode) {
  const used = new Set(templates.filter(({ id }) => id !== BLANK).map(({ category }) => category));
  return categories.filter(({ id }) => used.has(id)).map(({ id, name }) => ({ value: id, label: name[language] }));
}
