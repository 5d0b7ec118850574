/** Words as they are compared: in small letters, and the same without their marks. */
export interface Folded {
  marked: string;
  bare: string;
}

/** Makes words ready for being compared. */
export function fold(words: string): Folded {
  const marked = words.normalize('NFC').toLowerCase();
  return { marked, bare: marked.normalize('NFD').replace(/\p{M}/gu, '') };
}

/** What somebody looks for, word by word. */
export function termsOf(words: string): Folded[] {
  return words
    .split(/\s+/)
    .filter((term) => term !== '')
    .map(fold);
}

/** "a" also finds "ä"; "ä" finds only itself, since in Finnish and Swedish it is another letter. */
export function includesTerm(words: Folded, { marked, bare }: Folded): boolean {
  return marked === bare ? words.bare.includes(bare) : words.marked.includes(marked);
}
