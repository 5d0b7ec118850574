import {
  createElement,
  elementsOf,
  type ElementData,
  type KindRegistry,
  type NewElement,
  readElement,
  ROOTS,
} from '@talkoot/board';
import {
  DEFAULT_RULES,
  type Language,
  type ParticipationRules,
  quietSession,
  type WorkshopState,
} from '@talkoot/protocol';
import * as Y from 'yjs';
import { setSession } from './effects.ts';

/** Version of the board document's format; see the migrations in packages/board. */
export const BOARD_FORMAT = 1;

export interface BoardSeed {
  title: string;
  language: Language;
  elements: readonly NewElement[];
  /** How it stands; a draft with the usual rules when nothing is said. */
  standing?: { state: WorkshopState; rules: ParticipationRules };
}

/** First update of a new board: meta, session and elements, written through the same schemas as anybody's. */
export function seedBoard(seed: BoardSeed, kinds: KindRegistry, now: number): Uint8Array {
  const doc = new Y.Doc();
  const { state, rules } = seed.standing ?? { state: 'draft', rules: DEFAULT_RULES };
  doc.transact(() => {
    const meta = doc.getMap(ROOTS.meta);
    meta.set('format', BOARD_FORMAT);
    meta.set('title', seed.title);
    meta.set('language', seed.language);
    setSession(doc, { ...quietSession(state, rules), rightsChangedAt: now });
    for (const element of seed.elements) createElement(doc, element, kinds);
  });
  for (const element of seed.elements) {
    if (!readElement(element.id, elementsOf(doc).get(element.id), kinds)) {
      throw new Error(`element does not parse: ${element.id}`);
    }
  }
  return Y.encodeStateAsUpdate(doc);
}

/** Elements of a copy, and the new id of each old one. */
interface Copies {
  elements: NewElement[];
  ids: ReadonlyMap<string, string>;
}

/** The elements of a board under new ids, for a copy of the workshop; who wrote them stays behind. */
export function copyElements(doc: Y.Doc, kinds: KindRegistry, newId: () => string, now: number): Copies {
  const elements: ElementData[] = [];
  for (const [id, map] of elementsOf(doc)) {
    const element = readElement(id, map, kinds);
    if (element) elements.push(element);
  }
  const ids = new Map(elements.map((element) => [element.id, newId()]));
  const other = (id: string | null): string | null => (id === null ? null : (ids.get(id) ?? null));
  const copies = elements.map(({ id, text: _text, runs, ...element }) => ({
    ...element,
    id: ids.get(id) ?? newId(),
    author: null,
    createdAt: now,
    place: { ...element.place, frame: other(element.place.frame) },
    origin: null,
    text: runs,
  }));
  return { elements: copies, ids };
}
