import { normaliseCode } from '@talkoot/protocol';

/** The code in what was typed or pasted: alone, or at the end of a join link. */
export function codeIn(typed: string): string | null {
  const linked = /\/join[/#]+([^/?#\s]+)/.exec(typed)?.[1];
  return normaliseCode(linked ?? typed);
}
