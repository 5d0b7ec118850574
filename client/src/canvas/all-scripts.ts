import { provideScripts, type Scripts } from '@talkoot/board';
import { LateCode } from '../ui/late-code.ts';

const boards = new Set<() => void>();

/** The rules for words of every script come after the first picture, which then may have to be painted again. */
const CODE = new LateCode<Scripts>(async () => {
  const { ALL_SCRIPTS } = await import('@talkoot/board/all-scripts');
  if (provideScripts(ALL_SCRIPTS)) for (const setAgain of boards) setAgain();
  return ALL_SCRIPTS;
});

/** Tells a board to set its words again when the rules for those that it shows were late. */
export function onAllScripts(setAgain: () => void): () => void {
  if (CODE.code) return () => {};
  boards.add(setAgain);
  return () => boards.delete(setAgain);
}
