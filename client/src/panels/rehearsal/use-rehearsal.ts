import { RehearsalState, type RehearsalInput, RehearsalView } from '@talkoot/protocol';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { problemCode } from '../../api/problem.ts';
import { request, requestNothing } from '../../api/request.ts';
import { useT } from '../../ui/i18n.tsx';
import { toast } from '../../ui/toasts.tsx';

/** How often it is asked how a rehearsal goes. */
const ASK_MS = 2_000;

/** The rehearsal of a workshop as the server has it, and what can be done with it. */
export interface Rehearsal {
  state: RehearsalState | undefined;
  /** Gives the copy's id; null when it did not begin, which has been told. */
  begin(input: RehearsalInput): Promise<string | null>;
  setAuto(auto: boolean): Promise<void>;
  /** Whether it was ended; if not, that has been told. */
  end(): Promise<boolean>;
}

/** Follows the rehearsal of a workshop for its facilitators. */
export function useRehearsal(workshopId: string): Rehearsal {
  const t = useT();
  const client = useQueryClient();
  const path = `/workshops/${encodeURIComponent(workshopId)}/rehearsal`;
  const queryKey = ['rehearsal', workshopId];
  const query = useQuery({
    queryKey,
    queryFn: () => request('GET', path, RehearsalState),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.running ? ASK_MS : false),
  });
  const attempt = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (error) {
      toast(t(`problem.${problemCode(error)}`));
      return null;
    } finally {
      await client.invalidateQueries({ queryKey });
    }
  };
  return {
    state: query.data,
    begin: async (input) => (await attempt(() => request('POST', path, RehearsalView, input)))?.copyId ?? null,
    setAuto: async (auto) => void (await attempt(() => requestNothing('PATCH', path, { auto }))),
    end: async () =>
      (await attempt(async () => {
        await requestNothing('DELETE', path);
        return true;
      })) ?? false,
  };
}
