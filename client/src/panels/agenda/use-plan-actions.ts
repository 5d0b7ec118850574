import { copiedStep } from '@talkoot/facilitation';
import type { AgendaStep } from '@talkoot/protocol';
import { nanoid } from 'nanoid';
import { useT } from '../../ui/i18n.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { toastWithUndo } from '../../ui/toasts.tsx';
import { after, type Plan } from './plan.ts';
import { titleOf } from '../step-words.ts';

/** What can be done with the steps of a plan; each says aloud what it did. */
export interface PlanActions {
  /** By so many places, up when negative. */
  shift(step: AgendaStep, by: -1 | 1): void;
  moveBefore(step: AgendaStep, before: string | null): void;
  duplicate(step: AgendaStep): void;
  skip(step: AgendaStep, skipped: boolean): void;
  remove(step: AgendaStep): void;
}

export function usePlanActions(plan: Plan): PlanActions {
  const t = useT();
  const announce = useAnnounce();
  const { agenda, give } = plan;
  const { steps } = agenda;
  const moveBefore = async (step: AgendaStep, before: string | null): Promise<void> => {
    const others = steps.filter(({ id }) => id !== step.id);
    const found = others.findIndex(({ id }) => id === before);
    const position = (found < 0 ? others.length : found) + 1;
    if (steps[position - 1]?.id === step.id) return;
    if (await give({ type: 'moveStep', stepId: step.id, before }))
      announce(t('agenda.moved', { title: titleOf(step, plan, t), position, count: steps.length }));
  };
  return {
    moveBefore: (step, before) => void moveBefore(step, before),
    shift(step, by) {
      const at = steps.indexOf(step);
      const to = at + by;
      if (to < 0 || to >= steps.length) return;
      void moveBefore(step, (by < 0 ? steps[to] : steps[to + 1])?.id ?? null);
    },
    async duplicate(step) {
      const copy = copiedStep(step, nanoid(), () => true);
      if (await give({ type: 'addSteps', steps: [copy], before: after(agenda, step.id) }))
        announce(t('agenda.added', { title: titleOf(step, plan, t) }));
    },
    skip: (step, skipped) => void give({ type: 'skipStep', stepId: step.id, skipped }),
    async remove(step) {
      const before = after(agenda, step.id);
      if (!(await give({ type: 'removeStep', stepId: step.id }))) return;
      const back = (): void => void give({ type: 'addSteps', steps: [step], before });
      toastWithUndo(t('agenda.removed', { title: titleOf(step, plan, t) }), t('common.undo'), back);
    },
  };
}
