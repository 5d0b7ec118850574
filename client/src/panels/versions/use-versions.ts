import type { ActivityList, VersionList, VersionView } from '@talkoot/protocol';
import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../api/endpoints.ts';

const keyOf = (workshopId: string): readonly unknown[] => ['versions', workshopId];

/** New ones come by time too: while the list is open it asks now and then. */
const ASK_MS = 60_000;

/** The versions of a board, the latest first, page by page. */
export function useVersions(workshopId: string) {
  return useInfiniteQuery<VersionList, Error, InfiniteData<VersionList>, readonly unknown[], string | undefined>({
    queryKey: keyOf(workshopId),
    queryFn: ({ pageParam }) => api.versions(workshopId, pageParam),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: ASK_MS,
    refetchOnMount: 'always',
  });
}

/** Call after something changed the list. */
export function useVersionsChanged(workshopId: string): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(() => client.invalidateQueries({ queryKey: keyOf(workshopId) }), [client, workshopId]);
}

export type VersionPages = InfiniteData<VersionList>;

/** All that was fetched so far as one list. */
export function allOf(pages: VersionPages | undefined): VersionView[] {
  return pages?.pages.flatMap(({ versions }) => versions) ?? [];
}

/** Who changed what, the latest first; of one element when it is given. */
export function useActivity(workshopId: string, element: string | undefined) {
  return useInfiniteQuery<ActivityList, Error, InfiniteData<ActivityList>, readonly unknown[], number | undefined>({
    queryKey: ['activity', workshopId, element],
    queryFn: ({ pageParam }) => api.activity(workshopId, { element, before: pageParam }),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: ASK_MS,
    refetchOnMount: 'always',
  });
}
