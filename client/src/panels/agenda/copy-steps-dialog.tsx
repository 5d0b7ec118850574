import { Button, Checkbox, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { copiedStep } from '@talkoot/facilitation';
import { useQuery } from '@tanstack/react-query';
import { nanoid } from 'nanoid';
import { type ReactNode, useState } from 'react';
import { api } from '../../api/endpoints.ts';
import { problemCode } from '../../api/problem.ts';
import { useWorkshops } from '../../api/queries.ts';
import { useT } from '../../ui/i18n.tsx';
import { LoadingState } from '../../ui/states.tsx';
import { toast } from '../../ui/toasts.tsx';
import classes from './agenda.module.css';
import { after, type Plan } from './plan.ts';
import { titleOf } from '../step-words.ts';

interface CopyStepsProps {
  plan: Plan;
  /** The copies come behind this step; null: last. */
  after: string | null;
  onClose(): void;
}

/** Steps of another workshop of the person's teams, for this plan. */
export function CopyStepsDialog(props: CopyStepsProps): ReactNode {
  const t = useT();
  const workshops = useWorkshops(true);
  const others = workshops.data?.workshops.filter(
    ({ id, deletedAt }) => id !== props.plan.workshop.id && deletedAt === null,
  );
  const [chosen, choose] = useState<string | null>(null);
  const from = chosen ?? others?.[0]?.id;
  return (
    <Modal
      opened
      size="lg"
      title={t('agenda.copy')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      onClose={props.onClose}
    >
      <Stack>
        {workshops.isError ? <Text role="alert">{t(`problem.${problemCode(workshops.error)}`)}</Text> : null}
        {workshops.isPending ? <LoadingState /> : null}
        {others?.length === 0 ? <Text c="dimmed">{t('agenda.copyNone')}</Text> : null}
        {others && from !== undefined ? (
          <>
            <NativeSelect
              label={t('agenda.copyFrom')}
              value={from}
              data={others.map(({ id, title }) => ({ value: id, label: title || t('board.untitled') }))}
              onChange={(event) => choose(event.currentTarget.value)}
            />
            <StepsOf key={from} {...props} from={from} />
          </>
        ) : null}
      </Stack>
    </Modal>
  );
}

function StepsOf({ plan, from, onClose, ...props }: CopyStepsProps & { from: string }): ReactNode {
  const t = useT();
  const agenda = useQuery({ queryKey: ['agenda', from], queryFn: () => api.agenda(from), staleTime: 0 });
  const [left, setLeft] = useState<readonly string[]>([]);
  if (agenda.isError) return <Text role="alert">{t(`problem.${problemCode(agenda.error)}`)}</Text>;
  if (agenda.isPending) return <LoadingState />;
  const { steps } = agenda.data;
  if (steps.length === 0) return <Text c="dimmed">{t('agenda.copyEmpty')}</Text>;
  const chosen = steps.filter(({ id }) => !left.includes(id));
  const copy = async (): Promise<void> => {
    const copies = chosen.map((step) => copiedStep(step, nanoid(), (frame) => plan.frames.has(frame)));
    if (!(await plan.give({ type: 'addSteps', steps: copies, before: after(plan.agenda, props.after) }))) return;
    onClose();
    toast(t('agenda.copied', { count: copies.length }));
  };
  return (
    <>
      <Checkbox
        label={t('agenda.copyAll')}
        checked={chosen.length === steps.length}
        indeterminate={chosen.length > 0 && chosen.length < steps.length}
        onChange={() => setLeft(chosen.length === steps.length ? steps.map(({ id }) => id) : [])}
      />
      <ul className={classes.copied}>
        {steps.map((step) => (
          <li key={step.id}>
            <Checkbox
              label={titleOf(step, plan, t)}
              description={t('agenda.minutesShort', { minutes: step.minutes })}
              checked={!left.includes(step.id)}
              onChange={({ currentTarget }) =>
                setLeft(currentTarget.checked ? left.filter((id) => id !== step.id) : [...left, step.id])
              }
            />
          </li>
        ))}
      </ul>
      <Text size="sm" c="dimmed">
        {t('agenda.copyFrames')}
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button disabled={chosen.length === 0} onClick={() => void copy()}>
          {t('agenda.copyCount', { count: chosen.length })}
        </Button>
      </Group>
    </>
  );
}
