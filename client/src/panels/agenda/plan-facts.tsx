import { NumberInput, Text, TextInput } from '@mantine/core';
import { formatTime } from '@talkoot/i18n';
import type { Agenda } from '@talkoot/protocol';
import type { ReactNode } from 'react';
import { useLanguage, useT } from '../../ui/i18n.tsx';
import classes from './agenda.module.css';
import type { Plan } from './plan.ts';
import { useDraft } from './use-draft.ts';
import { Warnings } from './warning-words.tsx';

const MINUTE_MS = 60_000;
const MOST_MINUTES = 6_000;
const MOST_PEOPLE = 5_000;

/** When the workshop begins, for how long it is booked and for how many; what the steps take of it. */
export function PlanFacts({ plan }: { plan: Plan }): ReactNode {
  const t = useT();
  const [language] = useLanguage();
  const { agenda, give, times, warnings } = plan;
  const { startsAt } = agenda;
  return (
    <div className={classes.facts}>
      <div className={classes.factFields}>
        <Beginning agenda={agenda} give={give} />
        <NumberFact
          label={t('agenda.booked')}
          suffix=" min"
          most={MOST_MINUTES}
          value={agenda.bookedMinutes}
          save={(bookedMinutes) => give({ type: 'setPlan', bookedMinutes })}
        />
        <NumberFact
          label={t('agenda.people')}
          most={MOST_PEOPLE}
          value={agenda.expectedPeople ?? null}
          save={(expectedPeople) => give({ type: 'setPlan', expectedPeople })}
        />
      </div>
      <Text className={classes.total ?? ''} data-testid="plan-total">
        <b>{t('agenda.total', { minutes: times.minutes })}</b>
        {startsAt === null || times.minutes === 0 ? null : (
          <span>{t('agenda.ends', { time: formatTime(startsAt + times.minutes * MINUTE_MS, language) })}</span>
        )}
      </Text>
      <Warnings warnings={warnings.filter(({ type }) => type === 'overBooked')} />
    </div>
  );
}

/** What the field of the browser reads and writes: the time of this device. */
function toField(time: number | null): string {
  if (time === null) return '';
  const local = time - new Date(time).getTimezoneOffset() * MINUTE_MS;
  return new Date(local).toISOString().slice(0, 16);
}

function Beginning({ agenda, give }: Pick<Plan, 'agenda' | 'give'>): ReactNode {
  const t = useT();
  const [value, write, flush] = useDraft(toField(agenda.startsAt), (written) =>
    give({ type: 'setPlan', startsAt: written === '' ? null : new Date(written).getTime() }),
  );
  return (
    <TextInput
      type="datetime-local"
      label={t('agenda.starts')}
      value={value}
      onChange={(event) => write(event.currentTarget.value)}
      onBlur={flush}
    />
  );
}

function NumberFact(props: {
  label: string;
  suffix?: string;
  most: number;
  value: Agenda['bookedMinutes'];
  save(value: number | null): Promise<boolean>;
}): ReactNode {
  const [value, write, flush] = useDraft(props.value, props.save);
  return (
    <NumberInput
      size="md"
      label={props.label}
      suffix={props.suffix ?? ''}
      min={1}
      max={props.most}
      clampBehavior="strict"
      allowDecimal={false}
      allowNegative={false}
      hideControls
      value={value ?? ''}
      onChange={(written) => write(typeof written === 'number' ? written : null)}
      onBlur={flush}
    />
  );
}
