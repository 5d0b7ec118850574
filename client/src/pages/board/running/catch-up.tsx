import { Button, Group, Modal, Stack, Text, Title } from '@mantine/core';
import type { RoundView } from '@talkoot/protocol';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { shortened, wordsOf } from '../../../panels/outline-words.ts';
import type { BoardSession } from '../../../sync/session.ts';
import { useT } from '../../../ui/i18n.tsx';
import { keep, readKept } from '../../../ui/preferences.ts';
import { useSession } from '../use-session.ts';
import classes from './running.module.css';
import type { RunningProps } from './running-props.ts';
import { titleOf, wordsIn } from '../../../panels/step-words.ts';
import type { Reading } from './step-words.ts';
import { useReading } from './use-reading.ts';

/** Who was away for less has missed nothing. */
const AWAY_MS = 10 * 60_000;
const HERE_EVERY_MS = 60_000;
/** In the first step nothing was missed that soon. */
const BEGINNING_MS = 60_000;
/** Results of more rounds than this nobody reads in 15 seconds; and of each so many of the best. */
const MOST_ROUNDS = 4;
const MOST_RESULTS = 3;

/** Tells once when this person came into a running session that they have not followed on this device. */
export function useCameLate(session: BoardSession, tell: () => void): void {
  const key = `talkoot.here.${session.workshopId}`;
  const [opened] = useState(() => ({ at: performance.now(), away: Date.now() - Number(readKept(key) ?? 0) > AWAY_MS }));
  const decided = useRef(!opened.away);
  const { step, clock, course } = session.view();
  useEffect(() => {
    // The board may be on its way still: what runs is known a moment after the page opened.
    if (decided.current || !step || !clock) return;
    decided.current = true;
    const openedAt = session.serverNow() - (performance.now() - opened.at);
    const missed = course[0]?.id !== step.id || openedAt - clock.startedAt > BEGINNING_MS;
    if (missed && clock.startedAt < openedAt) tell();
  });
  useEffect(() => {
    const here = (): void => keep(key, String(Date.now()));
    here();
    const timer = setInterval(here, HERE_EVERY_MS);
    return () => clearInterval(timer);
  }, [key]);
}

/** Where we are, what to do and what was decided, to be read in a quarter of a minute. */
export function CatchUp(props: RunningProps & { onClose: () => void }): ReactNode {
  const t = useT();
  const session = useSession(props.session);
  const reading = useReading(props.workshop.language);
  const { step, course, rounds } = session.view();
  if (!step) return null;
  const at = course.findIndex(({ id }) => id === step.id);
  const prompt = wordsIn(step.prompt, reading);
  const decided = rounds.filter(({ closedAt, results }) => closedAt !== null && results?.length);
  const parts = [
    { label: t('run.catchUpDone'), steps: course.slice(0, Math.max(0, at)) },
    { label: t('run.catchUpLater'), steps: course.slice(at + 1) },
  ];
  const [done, later] = parts.map(({ label, steps }) =>
    steps.length > 0 ? (
      <li key={label} className={classes.part}>
        <span className={classes.partLabel}>{label}</span>
        <span>{steps.map((one) => titleOf(one, reading, reading.t)).join(' · ')}</span>
      </li>
    ) : null,
  );
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('run.catchUp')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack>
        <Text>{t('run.catchUpWelcome')}</Text>
        <ul className={classes.parts}>
          {done}
          <li className={classes.part} data-now>
            <span className={classes.partLabel}>{t('run.catchUpNow')}</span>
            <strong>{titleOf(step, reading, reading.t)}</strong>
          </li>
          {later}
        </ul>
        <section>
          <Title order={3} size="h5">
            {t('run.catchUpTodo')}
          </Title>
          {prompt ? <Text className={classes.prompt ?? ''}>{prompt}</Text> : null}
          <Text c={prompt ? 'dimmed' : ''}>{t(`step.${step.type}.todo`)}</Text>
        </section>
        {decided.length > 0 ? (
          <section>
            <Title order={3} size="h5">
              {t('run.catchUpDecided')}
            </Title>
            {decided.slice(-MOST_ROUNDS).map((round) => (
              <Decided key={round.id} round={round} session={session} reading={reading} />
            ))}
          </section>
        ) : null}
        <Group justify="flex-end">
          <Button data-autofocus onClick={props.onClose}>
            {t('run.caughtUp')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Decided(props: { round: RoundView; session: BoardSession; reading: Reading }): ReactNode {
  const { round, session, reading } = props;
  const step = session.view().course.find(({ id }) => id === round.stepId);
  const question = round.rules.question || (step ? titleOf(step, reading, reading.t) : '');
  const best = (round.results ?? []).slice(0, MOST_RESULTS).flatMap(({ item }) => {
    const element = session.model.get(item);
    return element ? [{ item, words: shortened(wordsOf(element, reading.t('outline.noWords'))) }] : [];
  });
  return (
    <div className={classes.decided}>
      <Text fw={700}>{question}</Text>
      <ol className={classes.results}>
        {best.map(({ item, words }) => (
          <li key={item}>{words}</li>
        ))}
      </ol>
    </div>
  );
}
