import type { Thread } from '@talkoot/board';

/** Which threads a person wants to see. */
export const THREAD_FILTERS = ['open', 'resolved', 'mine'] as const;
export type ThreadFilter = (typeof THREAD_FILTERS)[number];

/** The threads of a filter in the order given: those on something that is there, and those on what was deleted. */
export function threadsFor(
  threads: readonly Thread[],
  filter: ThreadFilter,
  participantId: string,
  isThere: (element: string) => boolean,
): { here: Thread[]; gone: Thread[] } {
  const fits = ({ resolved, comments }: Thread): boolean => {
    if (filter === 'mine') return comments.some(({ mentions }) => mentions.includes(participantId));
    return (resolved !== null) === (filter === 'resolved');
  };
  const wanted = threads.filter(fits);
  return {
    here: wanted.filter(({ element }) => isThere(element)),
    gone: wanted.filter(({ element }) => !isThere(element)),
  };
}
