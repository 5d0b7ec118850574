import type { Me, WorkshopInput, WorkshopPatch, WorkshopView } from '@talkoot/protocol';
import { QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type CommandWithoutId } from './endpoints.ts';
import { ProblemError } from './problem.ts';

const KEYS = {
  me: ['me'],
  workshops: ['workshops'],
  workshop: (id: string) => ['workshop', id],
  templates: ['templates'],
} as const;

const TRIES = 3;
const POLL_MS = 2_000;

/** Only what may pass by itself is asked again; an answer that says no is an answer. */
function mayPass(error: unknown): boolean {
  return !(error instanceof ProblemError) || error.code === 'unreachable' || error.code === 'store-away';
}

/** The page's memory of what the server answered. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: (count, error) => count < TRIES && mayPass(error), staleTime: 10_000, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
}

/** The signed-in person, if any. */
export function useMe() {
  return useQuery({ queryKey: KEYS.me, queryFn: api.me, staleTime: 60_000 });
}

/** Call after signing in or out: everything known before belonged to somebody else. */
export function useForgetEverything(): () => Promise<Me> {
  const client = useQueryClient();
  return async () => {
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEYS.me[0] });
    return client.fetchQuery({ queryKey: KEYS.me, queryFn: api.me, staleTime: 0 });
  };
}

/** The workshops of the person's teams, deleted ones included while they can be brought back. */
export function useWorkshops(enabled: boolean) {
  return useQuery({ queryKey: KEYS.workshops, queryFn: api.workshops, enabled });
}

/**
 * One workshop, from the list at once when that is there. `pollWhile` keeps asking as long as it says so: for those
 * who wait in the lobby.
 */
export function useWorkshop(id: string, pollWhile: (workshop: WorkshopView) => boolean = () => false) {
  const client = useQueryClient();
  return useQuery<WorkshopView>({
    queryKey: KEYS.workshop(id),
    queryFn: () => api.workshop(id),
    initialData: () =>
      client
        .getQueryData<{ workshops: WorkshopView[] }>(KEYS.workshops)
        ?.workshops.find((workshop) => workshop.id === id && workshop.deletedAt === null),
    initialDataUpdatedAt: () => client.getQueryState(KEYS.workshops)?.dataUpdatedAt,
    refetchInterval: ({ state }) => (state.data && pollWhile(state.data) ? POLL_MS : false),
  });
}

/** Templates to start from. */
export function useTemplates() {
  return useQuery({ queryKey: KEYS.templates, queryFn: api.templates, staleTime: 600_000 });
}

/** Changes to the list of workshops; each brings the list up to date when done. */
export function useWorkshopChanges() {
  const client = useQueryClient();
  const refresh = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: KEYS.workshops });
  };
  const create = useMutation({ mutationFn: (input: WorkshopInput) => api.createWorkshop(input), onSuccess: refresh });
  const duplicate = useMutation({
    mutationFn: async ({ id, title }: { id: string; title: string }) => {
      const copy = await api.duplicateWorkshop(id);
      // Two of the same name could not be told apart.
      return api.patchWorkshop(copy.id, { title });
    },
    onSuccess: refresh,
  });
  const remove = useMutation({ mutationFn: (id: string) => api.deleteWorkshop(id), onSuccess: refresh });
  const patch = useMutation({
    mutationFn: ({ id, ...change }: WorkshopPatch & { id: string }) => api.patchWorkshop(id, change),
    onSuccess: async (workshop) => {
      client.setQueryData(KEYS.workshop(workshop.id), workshop);
      await refresh();
    },
  });
  return { create, duplicate, remove, patch };
}

/** Gives facilitation commands of a workshop; what they changed is asked again. */
export function useCommand(workshopId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (command: CommandWithoutId) => api.command(workshopId, command),
    onSuccess: () => client.invalidateQueries({ queryKey: KEYS.workshop(workshopId) }),
  });
}
