import { Button, Text } from '@mantine/core';
import type { AgendaStep } from '@talkoot/protocol';
import { IconArrowLeft, IconCopy, IconPlus } from '@tabler/icons-react';
import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { useT } from '../../ui/i18n.tsx';
import { lazyPart } from '../../ui/lazy-part.ts';
import { LoadingState } from '../../ui/states.tsx';
import { AddStepDialog } from './add-step-dialog.tsx';
import classes from './agenda.module.css';
import { type Plan, type PlanHost, usePlan } from './plan.ts';
import { PlanFacts } from './plan-facts.tsx';
import { StepEditor } from './step-editor.tsx';
import { StepList } from './step-list.tsx';

const RehearseButton = lazyPart(async () => (await import('../rehearsal/rehearse-button.tsx')).RehearseButton);
const CopyStepsDialog = lazyPart(async () => (await import('./copy-steps-dialog.tsx')).CopyStepsDialog);

interface PlanLooks {
  /** It has the width of a page. */
  wide?: boolean | undefined;
  /** Ways to where else the plan is shown. */
  links: ReactNode;
}

/**
 * The plan of a workshop: its steps with their times, and the step that is being changed beside them; where there is no
 * room for both, in their place.
 */
export function AgendaPlan({ wide, links, ...host }: PlanHost & PlanLooks): ReactNode {
  const plan = usePlan(host);
  return plan ? <OpenPlan plan={plan} wide={wide} links={links} /> : <LoadingState />;
}

function OpenPlan({ plan, wide, links }: PlanLooks & { plan: Plan }): ReactNode {
  const t = useT();
  const [chosenId, choose] = useState<string | null>(null);
  const [dialog, setDialog] = useState<'add' | 'copy' | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const { steps } = plan.agenda;
  const chosen = steps.find(({ id }) => id === chosenId);
  const back = (): void => {
    choose(null);
    const row = list.current?.querySelector<HTMLElement>(`[data-step="${chosenId}"] button`);
    // Where there is no room for both the list comes back first.
    requestAnimationFrame(() => row?.focus());
  };
  return (
    <div className={classes.plan} data-wide={wide ? true : undefined} data-chosen={chosen ? true : undefined}>
      <div className={classes.listSide} ref={list}>
        <div className={classes.links}>{links}</div>
        <PlanFacts plan={plan} />
        {plan.workshop.rehearsal ? null : (
          <div className={`${classes.adding} ${classes.rehearsing}`}>
            <Suspense fallback={null}>
              <RehearseButton plan={plan} />
            </Suspense>
          </div>
        )}
        {steps.length === 0 ? <Text c="dimmed">{t('agenda.empty')}</Text> : null}
        <StepList plan={plan} chosenId={chosenId} onChoose={choose} />
        <div className={classes.adding}>
          <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setDialog('add')}>
            {t('agenda.add')}
          </Button>
          <Button variant="default" leftSection={<IconCopy size={20} aria-hidden />} onClick={() => setDialog('copy')}>
            {t('agenda.copy')}
          </Button>
        </div>
      </div>
      <div className={classes.editorSide}>
        {chosen ? (
          <ChosenStep key={chosen.id} step={chosen} plan={plan} level={wide ? 2 : 3} onBack={back} />
        ) : (
          <NothingChosen />
        )}
      </div>
      {dialog === 'add' ? (
        <AddStepDialog plan={plan} after={chosenId} onAdded={choose} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'copy' ? (
        <Suspense fallback={null}>
          <CopyStepsDialog plan={plan} after={chosenId} onClose={() => setDialog(null)} />
        </Suspense>
      ) : null}
    </div>
  );
}

function NothingChosen(): ReactNode {
  const t = useT();
  return (
    <Text c="dimmed" className={classes.nothing ?? ''}>
      {t('agenda.choose')}
    </Text>
  );
}

function ChosenStep(props: { step: AgendaStep; plan: Plan; level: 2 | 3; onBack(): void }): ReactNode {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <Button
        variant="subtle"
        className={classes.back ?? ''}
        leftSection={<IconArrowLeft size={20} aria-hidden />}
        onClick={props.onBack}
      >
        {t('agenda.back')}
      </Button>
      <StepEditor step={props.step} plan={props.plan} level={props.level} heading={heading} />
    </>
  );
}
