import { Modal, Title, UnstyledButton } from '@mantine/core';
import { newStep, STEP_TYPES, type StepType } from '@talkoot/facilitation';
import { LANGUAGES, PHASES } from '@talkoot/protocol';
import { nanoid } from 'nanoid';
import type { ReactNode } from 'react';
import { useT } from '../../ui/i18n.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { toastProblem } from '../../ui/toasts.tsx';
import { wordsOfLanguage } from '../../ui/words.ts';
import classes from './agenda.module.css';
import { after, type Plan } from './plan.ts';
import { TypeIcon } from './type-icon.tsx';

const TYPES = [...STEP_TYPES.values()];

/** All types of steps by the part of a workshop in which they usually stand, with what each is for. */
export function AddStepDialog(props: {
  plan: Plan;
  /** The new step comes behind this one; null: last. */
  after: string | null;
  onAdded(id: string): void;
  onClose(): void;
}): ReactNode {
  const t = useT();
  const announce = useAnnounce();
  const { plan, onAdded, onClose } = props;
  const add = async (type: StepType): Promise<void> => {
    onClose();
    const title = await namesOf(type).catch(() => null);
    if (!title) return toastProblem(t('problem.unreachable'));
    const step = newStep(type, nanoid(), title);
    const before = after(plan.agenda, props.after);
    if (!(await plan.give({ type: 'addSteps', steps: [step], before }))) return;
    onAdded(step.id);
    announce(t('agenda.added', { title: t(`step.${type.type}.name`) }));
  };
  return (
    <Modal
      opened
      size="xl"
      title={t('agenda.add')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      onClose={onClose}
    >
      <div className={classes.phases}>
        {PHASES.map((phase) => (
          <section key={phase} aria-label={t(`phase.${phase}`)}>
            <Title order={3} className={classes.phase ?? ''}>
              {t(`phase.${phase}`)}
            </Title>
            <ul className={classes.types}>
              {TYPES.filter((type) => type.phase === phase).map((type) => (
                <li key={type.type}>
                  <UnstyledButton className={classes.type ?? ''} onClick={() => void add(type)}>
                    <span className={classes.icon}>
                      <TypeIcon type={type.type} size={22} />
                    </span>
                    <span className={classes.stepWords}>
                      <span className={classes.stepTitle}>{t(`step.${type.type}.name`)}</span>{' '}
                      <span className={classes.details}>{t(`step.${type.type}.about`)}</span>
                    </span>
                  </UnstyledButton>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Modal>
  );
}

/** What a type is called in every language: the first title of its steps. */
async function namesOf({ type }: StepType): Promise<Record<(typeof LANGUAGES)[number], string>> {
  const [fi = '', sv = '', en = ''] = await Promise.all(
    LANGUAGES.map(async (language) => (await wordsOfLanguage(language))[`step.${type}.name`]),
  );
  return { fi, sv, en };
}
