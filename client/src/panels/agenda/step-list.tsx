import { ActionIcon, Menu, UnstyledButton } from '@mantine/core';
import { formatClock } from '@talkoot/i18n';
import type { AgendaStep } from '@talkoot/protocol';
import { IconDots, IconGripVertical } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useLanguage, useT } from '../../ui/i18n.tsx';
import classes from './agenda.module.css';
import type { Plan } from './plan.ts';
import { titleOf } from '../step-words.ts';
import { TypeIcon } from './type-icon.tsx';
import { useDragOrder } from './use-drag-order.ts';
import { type PlanActions, usePlanActions } from './use-plan-actions.ts';
import { Warnings } from './warning-words.tsx';

const MINUTE_MS = 60_000;

/** The steps in order: chosen with a press, moved by their handles, by Alt with the arrow keys and by their menus. */
export function StepList(props: { plan: Plan; chosenId: string | null; onChoose(id: string | null): void }): ReactNode {
  const t = useT();
  const { plan, chosenId, onChoose } = props;
  const { steps } = plan.agenda;
  const list = useRef<HTMLOListElement>(null);
  const actions = usePlanActions(plan);
  const { dragging, handle } = useDragOrder(list, (id, before) => {
    const step = steps.find((one) => one.id === id);
    if (step) actions.moveBefore(step, before);
  });
  const remove = (step: AgendaStep): void => {
    const at = steps.indexOf(step);
    const next = steps[at + 1] ?? steps[at - 1];
    onChoose(null);
    actions.remove(step);
    // Once the menu has given the focus back to what goes away with the step.
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-step="${next?.id}"] button`)?.focus());
  };
  return (
    <ol
      ref={list}
      className={classes.steps}
      aria-label={t('agenda.stepList')}
      data-drop-end={dragging && dragging.before === null ? true : undefined}
    >
      {steps.map((step) => (
        <li
          key={step.id}
          className={classes.step}
          data-step={step.id}
          data-skipped={step.skipped || undefined}
          data-dragged={dragging?.id === step.id || undefined}
          data-drop={dragging?.before === step.id || undefined}
        >
          <span className={classes.handle} aria-hidden="true" {...handle(step.id)}>
            <IconGripVertical size={18} />
          </span>
          <StepButton step={step} plan={plan} chosen={step.id === chosenId} actions={actions} onChoose={onChoose} />
          <StepMenu step={step} plan={plan} actions={actions} onRemove={() => remove(step)} />
        </li>
      ))}
    </ol>
  );
}

interface StepProps {
  step: AgendaStep;
  plan: Plan;
  actions: PlanActions;
}

function StepButton({ step, plan, actions, ...props }: StepProps & { chosen: boolean; onChoose(id: string): void }) {
  const t = useT();
  const warnings = plan.warnings.filter((warning) => 'stepId' in warning && warning.stepId === step.id);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    actions.shift(step, event.key === 'ArrowUp' ? -1 : 1);
  };
  const [title, name] = [titleOf(step, plan, t), t(`step.${step.type}.name`)];
  const facts = [t('agenda.minutesShort', { minutes: step.minutes }), ...(name === title ? [] : [name])];
  const marks = [
    plan.running === step.id ? t('agenda.running') : null,
    step.skipped ? t('agenda.skipped') : null,
    step.optional ? t('agenda.optionalMark') : null,
  ].filter((mark) => mark !== null);
  return (
    <div className={classes.stepMain}>
      <UnstyledButton
        className={classes.stepButton ?? ''}
        aria-current={props.chosen ? true : undefined}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        onKeyDown={onKeyDown}
        onClick={() => props.onChoose(step.id)}
      >
        <span className={classes.time}>
          <StepTime plan={plan} id={step.id} />
        </span>
        <span className={classes.icon}>
          <TypeIcon type={step.type} />
        </span>
        <span className={classes.stepWords}>
          <span className={classes.stepTitle} lang={plan.workshop.language}>
            {title}
          </span>{' '}
          <span className={classes.details}>{facts.join(' · ')}</span>{' '}
          {marks.map((mark) => (
            <span key={mark} className={classes.mark}>
              {mark}
            </span>
          ))}
        </span>
      </UnstyledButton>
      <Warnings warnings={warnings} />
    </div>
  );
}

/** When a step begins: by the clock where the beginning is known, else counted from it. */
export function StepTime({ plan, id }: { plan: Pick<Plan, 'agenda' | 'times'>; id: string }): ReactNode {
  const [language] = useLanguage();
  const begins = plan.times.begins.get(id);
  if (begins === undefined) return '–';
  const { startsAt } = plan.agenda;
  if (startsAt !== null) return formatClock(startsAt + begins * MINUTE_MS, language);
  return `${Math.floor(begins / 60)}:${String(begins % 60).padStart(2, '0')}`;
}

function StepMenu({ step, plan, actions, onRemove }: StepProps & { onRemove(): void }): ReactNode {
  const t = useT();
  const { steps } = plan.agenda;
  const runs = plan.running === step.id;
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon
          color="gray"
          className={classes.more ?? ''}
          aria-label={t('common.moreActions', { name: titleOf(step, plan, t) })}
        >
          <IconDots size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={steps[0] === step} onClick={() => actions.shift(step, -1)}>
          {t('agenda.moveUp')}
        </Menu.Item>
        <Menu.Item disabled={steps.at(-1) === step} onClick={() => actions.shift(step, 1)}>
          {t('agenda.moveDown')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => actions.duplicate(step)}>{t('common.duplicate')}</Menu.Item>
        <Menu.Item disabled={runs && !step.skipped} onClick={() => actions.skip(step, !step.skipped)}>
          {t(step.skipped ? 'agenda.takeIn' : 'agenda.skip')}
        </Menu.Item>
        <Menu.Item disabled={runs} color="red" onClick={onRemove}>
          {t('agenda.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
