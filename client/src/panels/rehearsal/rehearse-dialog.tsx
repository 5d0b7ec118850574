import { Button, Group, Modal, NumberInput, Stack, Text } from '@mantine/core';
import { REHEARSAL, type RehearsalInput } from '@talkoot/protocol';
import { IconPlayerPlay } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { useT } from '../../ui/i18n.tsx';
import type { Plan } from '../agenda/plan.ts';
import classes from './rehearsal.module.css';
import type { Rehearsal } from './use-rehearsal.ts';

const USUAL = { people: 12, lettersPerMinute: 150, phones: 30, latecomers: 10, dropouts: 10, speed: 20 };
const PERCENT = { min: 0, max: 100, suffix: ' %' };

interface DialogProps {
  plan: Plan;
  rehearsal: Rehearsal;
  onClose(): void;
}

/** Who is to take part in a rehearsal and how fast it goes; or the one that runs. */
export function RehearseDialog({ plan, rehearsal, onClose }: DialogProps): ReactNode {
  const t = useT();
  const runs = rehearsal.state?.running;
  return (
    <Modal
      opened
      size="lg"
      title={t('rehearsal.rehearse')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      onClose={onClose}
    >
      {runs && !runs.over ? (
        <Running rehearsal={rehearsal} copyId={runs.copyId} />
      ) : plan.times.minutes === 0 ? (
        <Text>{t('rehearsal.noSteps')}</Text>
      ) : (
        <Choices plan={plan} rehearsal={rehearsal} onClose={onClose} />
      )}
    </Modal>
  );
}

function Running({ rehearsal, copyId }: { rehearsal: Rehearsal; copyId: string }): ReactNode {
  const t = useT();
  const [, navigate] = useLocation();
  return (
    <Stack>
      <Text>{t('rehearsal.runs')}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => void rehearsal.end()}>
          {t('rehearsal.end')}
        </Button>
        <Button onClick={() => navigate(`/w/${copyId}`)}>{t('rehearsal.goThere')}</Button>
      </Group>
    </Stack>
  );
}

function Choices({ plan, rehearsal, onClose }: DialogProps): ReactNode {
  const t = useT();
  const [, navigate] = useLocation();
  const [begins, setBegins] = useState(false);
  const [input, setInput] = useState<RehearsalInput>(() => ({
    ...USUAL,
    people: Math.min(REHEARSAL.people, plan.agenda.expectedPeople ?? USUAL.people),
  }));
  const set = (name: keyof RehearsalInput) => (value: number) => setInput((before) => ({ ...before, [name]: value }));
  const minutes = Math.max(1, Math.round(plan.times.minutes / input.speed));
  const begin = async (): Promise<void> => {
    setBegins(true);
    const copyId = await rehearsal.begin(input);
    setBegins(false);
    if (copyId === null) return;
    onClose();
    navigate(`/w/${copyId}`);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void begin();
      }}
    >
      <Stack>
        <Text>{t('rehearsal.about')}</Text>
        <div className={classes.fields}>
          <Field label={t('rehearsal.people')} value={input.people} max={REHEARSAL.people} set={set('people')} />
          <Field
            label={t('rehearsal.speed')}
            value={input.speed}
            max={REHEARSAL.speed}
            suffix=" ×"
            set={set('speed')}
          />
          <Field
            label={t('rehearsal.lettersPerMinute')}
            value={input.lettersPerMinute}
            min={REHEARSAL.lettersPerMinute.least}
            max={REHEARSAL.lettersPerMinute.most}
            step={10}
            set={set('lettersPerMinute')}
          />
          <Field label={t('rehearsal.phones')} value={input.phones} {...PERCENT} step={10} set={set('phones')} />
          <Field
            label={t('rehearsal.latecomers')}
            value={input.latecomers}
            {...PERCENT}
            step={5}
            set={set('latecomers')}
          />
          <Field label={t('rehearsal.dropouts')} value={input.dropouts} {...PERCENT} step={5} set={set('dropouts')} />
        </div>
        <Group justify="space-between">
          <Text c="dimmed" aria-live="polite">
            {t('rehearsal.lasts', { count: minutes })}
          </Text>
          <Group>
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={begins} leftSection={<IconPlayerPlay size={20} aria-hidden />}>
              {t('rehearsal.begin')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

function Field(props: {
  label: string;
  value: number;
  min?: number;
  max: number;
  step?: number;
  suffix?: string;
  set(value: number): void;
}): ReactNode {
  const { label, value, min = 1, max, step = 1, suffix = '', set } = props;
  return (
    <NumberInput
      size="md"
      label={label}
      suffix={suffix}
      min={min}
      max={max}
      step={step}
      clampBehavior="blur"
      allowDecimal={false}
      allowNegative={false}
      value={value}
      onChange={(written) => {
        if (typeof written === 'number') set(Math.min(max, Math.max(min, written)));
      }}
    />
  );
}
