import { ELEMENT_MESSAGES } from '@talkoot/elements';
import { STEP_MESSAGES } from '@talkoot/facilitation';
import { FORMAT_MESSAGES } from '@talkoot/formats';
import { LANGUAGE_CODES, type LanguageCode, messagesOf } from '@talkoot/i18n';
import type { Plugin, Rollup } from 'vite';

const PREFIX = 'virtual:words/';
/** Where messages are declared: the areas of `packages/i18n` and what types bring. */
const DECLARED = /\/packages\/(i18n\/src\/messages\/\w+|\w+\/src\/(steps\/)?[\w-]+\/messages)\.ts$/;

/** What stands for a table until it is known which modules are loaded first. */
const placeholder = (id: string): string => `__WORDS_${id.slice(PREFIX.length)}__`;
const PLACEHOLDER = /__WORDS_(\w+)(\/later)?__/g;

/**
 * A browser loads the words of one language: those that the modules of the first picture name as
 * `virtual:words/<language>`, the others after it as `virtual:words/<language>/later`. `first` tells the modules from
 * which that picture comes. In a build the tables that the source declares are left out, and the page names each
 * language's first file, so that `first-paint.js` can ask for it at once. Without a build all words are first.
 */
export function wordsPlugin(first: RegExp): Plugin {
  let building = false;
  return {
    name: 'talkoot-words',
    configResolved: ({ command }) => {
      building = command === 'build';
    },
    resolveId: (id) => (id.startsWith(PREFIX) ? id : null),
    load: (id) => {
      if (!id.startsWith(PREFIX)) return null;
      if (building) return `export const words = JSON.parse(${JSON.stringify(placeholder(id))})`;
      const [code, later] = id.slice(PREFIX.length).split('/');
      return `export const words = ${JSON.stringify(later ? {} : wordsOf(code as LanguageCode))}`;
    },
    transform: (source, id) => (building && DECLARED.test(id) ? withoutTables(source, id) : null),
    renderChunk(code) {
      if (!code.includes('__WORDS_')) return null;
      const isFirst = namedIn(codeOf(this, first));
      const filled = code.replace(PLACEHOLDER, (_all, language: LanguageCode, later?: string) => {
        const words = Object.entries(wordsOf(language)).filter(([key]) => isFirst(key) !== Boolean(later));
        // It stands between quotes of some sort: escaped for every one.
        return JSON.stringify(JSON.stringify(Object.fromEntries(words)))
          .slice(1, -1)
          .replace(/['`$]/g, '\\$&');
      });
      return { code: filled, map: null };
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => {
        const files = Object.values(bundle).flatMap((file) => {
          const module = file.type === 'chunk' ? file.facadeModuleId : null;
          const language = module?.startsWith(PREFIX) ? module.slice(PREFIX.length) : '/';
          return language.includes('/') ? [] : [`data-${language}="/${file.fileName}"`];
        });
        return html.replace('src="/first-paint.js"', (source) => [source, ...files].join(' '));
      },
    },
  };
}

/** The code of the modules that match, and of all that they import. */
function codeOf(build: Rollup.PluginContext, first: RegExp): string {
  const waiting = [...build.getModuleIds()].filter((id) => first.test(id));
  const seen = new Set(waiting);
  const code: string[] = [];
  for (const id of waiting) {
    const module = build.getModuleInfo(id);
    if (!id.includes('node_modules')) code.push(module?.code ?? '');
    for (const imported of module?.importedIds ?? []) {
      if (seen.has(imported)) continue;
      seen.add(imported);
      waiting.push(imported);
    }
  }
  return code.join('\n');
}

/** Which messages some code names: in quotes, or by a template such as `problem.${code}`. */
function namedIn(code: string): (key: string) => boolean {
  const quoted = new Set([...code.matchAll(/(["'`])([\w.]+)\1/g)].map((match) => match[2]));
  const templates = [...code.matchAll(/`((?:[\w.]|\$\{[^{}`]*\})+)`/g)]
    .map((match) => (match[1] ?? '').split(/\$\{[^}]*\}/))
    // What is nothing but places to fill would name every message.
    .filter((parts) => parts.length > 1 && /[a-z]{2}\w*\.|\.\w*[a-z]{2}/i.test(parts.join('')))
    .map((parts) => new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('.+')}$`));
  return (key) => {
    const base = key.replace(/_(one|other)$/, '');
    return quoted.has(base) || templates.some((template) => template.test(base));
  };
}

/** All words of a language: the product's own, and those of element kinds, steps and export formats. */
function wordsOf(code: LanguageCode): Record<string, string> {
  return Object.assign(
    messagesOf(code),
    ...[...ELEMENT_MESSAGES, ...STEP_MESSAGES, ...FORMAT_MESSAGES].map((area) => area[code]),
  );
}

function withoutTables(source: string, id: string): { code: string; map: null } | null {
  const names = [...source.matchAll(/^export const (\w+) = defineMessages\(/gm)].map((match) => match[1]);
  if (names.length === 0) return null;
  if (source.match(/^export /gm)?.length !== names.length) throw new Error(`${id} exports more than messages`);
  const empty = JSON.stringify(Object.fromEntries(LANGUAGE_CODES.map((code) => [code, {}])));
  return { code: names.map((name) => `export const ${name} = ${empty};`).join('\n'), map: null };
}
