import { useCallback } from 'react';
import type { CommandWithoutId } from '../../api/endpoints.ts';
import { problemCode } from '../../api/problem.ts';
import { useCommand } from '../../api/queries.ts';
import { useT } from '../../ui/i18n.tsx';
import { toastProblem } from '../../ui/toasts.tsx';

/** Gives a command and answers whether it was carried out; what went wrong has been told already. */
export type CommandRunner = (command: CommandWithoutId) => Promise<boolean>;

/** The way of all panels to give commands. */
export function useCommandRunner(workshopId: string): CommandRunner {
  const t = useT();
  const { mutateAsync } = useCommand(workshopId);
  return useCallback(
    async (command) => {
      try {
        await mutateAsync(command);
        return true;
      } catch (error) {
        toastProblem(t(`problem.${problemCode(error)}`));
        return false;
      }
    },
    [mutateAsync, t],
  );
}
