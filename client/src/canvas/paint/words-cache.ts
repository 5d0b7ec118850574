import type { ElementData } from '@talkoot/board';
import { type DrawEnv, type ElementType, type SetWords, setWords, type WordsBlock } from '@talkoot/elements';

/** A block of words together with its lines. */
export interface BlockInLines {
  block: WordsBlock;
  /** Set when it was first needed. */
  set: SetWords | null;
}

interface Cached {
  size: ElementData['size'];
  fields: ElementData['fields'];
  tags: ElementData['tags'];
  blocks: BlockInLines[];
}

/**
 * The lines of every element's words. Keyed by the words themselves, which keep their identity while an element
 * only moves, so that moving costs no layout.
 */
export class WordsCache {
  #cache = new WeakMap<ElementData['runs'], Cached>();
  readonly #env: DrawEnv;

  constructor(env: DrawEnv) {
    this.#env = env;
  }

  blocksOf(type: ElementType, element: ElementData): readonly BlockInLines[] {
    if (!type.words) return [];
    const { size, fields, tags } = element;
    const known = this.#cache.get(element.runs);
    if (known && known.size === size && known.fields === fields && known.tags === tags) return known.blocks;
    const blocks = type.words(element, this.#env).map((block): BlockInLines => ({ block, set: null }));
    this.#cache.set(element.runs, { size, fields, tags, blocks });
    return blocks;
  }

  /** The lines of a block, made at first need. */
  linesOf(entry: BlockInLines): SetWords {
    entry.set ??= setWords(entry.block);
    return entry.set;
  }

  /** Everything is set anew, as when names of people arrive. */
  clear(): void {
    this.#cache = new WeakMap();
  }
}
