import { ELEMENT_MESSAGES } from '@talkoot/elements';
import { FORMAT_MESSAGES } from '@talkoot/formats';
import { LANGUAGE_CODES, type LanguageCode, messagesOf } from '@talkoot/i18n';
import type { Plugin } from 'vite';

const PREFIX = 'virtual:words/';
/** Where messages are declared: the areas of `packages/i18n` and what types bring. */
const DECLARED = /\/packages\/(i18n\/src\/messages\/\w+|\w+\/src\/[\w-]+\/messages)\.ts$/;

/**
 * A browser loads the words of one language, as `virtual:words/<language>`. In a build the tables that the source
 * declares are left out, and the page names each language's file, so that `first-paint.js` can ask for it at once.
 */
export function wordsPlugin(): Plugin {
  let building = false;
  return {
    name: 'talkoot-words',
    configResolved: ({ command }) => {
      building = command === 'build';
    },
    resolveId: (id) => (id.startsWith(PREFIX) ? id : null),
    load: (id) => {
      const code = LANGUAGE_CODES.find((language) => id === PREFIX + language);
      return code ? `export const words = JSON.parse(${JSON.stringify(JSON.stringify(wordsOf(code)))})` : null;
    },
    transform: (source, id) => (building && DECLARED.test(id) ? withoutTables(source, id) : null),
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => {
        const files = Object.values(bundle).flatMap((file) => {
          const module = file.type === 'chunk' ? file.facadeModuleId : null;
          return module?.startsWith(PREFIX) ? [`data-${module.slice(PREFIX.length)}="/${file.fileName}"`] : [];
        });
        return html.replace('src="/first-paint.js"', (source) => [source, ...files].join(' '));
      },
    },
  };
}

/** All words of a language: the product's own, and those of element kinds and export formats. */
function wordsOf(code: LanguageCode): Record<string, string> {
  return Object.assign(messagesOf(code), ...[...ELEMENT_MESSAGES, ...FORMAT_MESSAGES].map((area) => area[code]));
}

function withoutTables(source: string, id: string): { code: string; map: null } | null {
  const names = [...source.matchAll(/^export const (\w+) = defineMessages\(/gm)].map((match) => match[1]);
  if (names.length === 0) return null;
  if (source.match(/^export /gm)?.length !== names.length) throw new Error(`${id} exports more than messages`);
  const empty = JSON.stringify(Object.fromEntries(LANGUAGE_CODES.map((code) => [code, {}])));
  return { code: names.map((name) => `export const ${name} = ${empty};`).join('\n'), map: null };
}
