import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { type Ballot, isFacilitating, isHosting, type PeopleView, type RoundView } from '@talkoot/protocol';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../pages/board/use-session.ts';
import type { BoardSession } from '../../sync/session.ts';
import { useT } from '../../ui/i18n.tsx';
import { useModelVersion } from '../use-model.ts';
import { AnswerFor } from './answer-for.tsx';
import { BallotForm } from './ballot-form.tsx';
import { itemsOf } from './items.ts';
import { OpenRound } from './open-round.tsx';
import { PaperBallots } from './paper-ballots.tsx';
import { RoundResults } from './round-results.tsx';
import { type Give, useBallot } from './use-ballot.ts';

interface RoundsProps {
  session: BoardSession;
  people: PeopleView;
  give: Give;
  /** Elements that somebody has selected, for a round on just these. */
  selected: readonly string[];
}

/** Rounds of a workshop: the one that is open to answer, those before with their results, and the next for facilitators. */
export function RoundPanel({ session, people, give, selected }: RoundsProps): ReactNode {
  const t = useT();
  const live = useSession(session);
  useModelVersion(session.model);
  const facilitates = isFacilitating(live.me().role);
  const rounds = [...live.view().rounds].reverse();
  const open = rounds.filter(({ closedAt }) => closedAt === null);
  const closed = rounds.filter(({ closedAt }) => closedAt !== null);
  return (
    <Stack gap="lg">
      {open.map((round) => (
        <OpenOne key={round.id} round={round} session={session} people={people} give={give} />
      ))}
      {facilitates && open.length === 0 ? <OpenRound session={session} give={give} selected={selected} /> : null}
      {!facilitates && rounds.length === 0 ? <Text c="dimmed">{t('round.none')}</Text> : null}
      {closed.map((round, at) => (
        <ClosedRound key={round.id} round={round} number={closed.length - at} session={session} />
      ))}
    </Stack>
  );
}

/** The result of a round, under what was asked. */
export function ClosedRound(props: { round: RoundView; number: number; session: BoardSession }): ReactNode {
  const { round, number, session } = props;
  const t = useT();
  return (
    <section aria-label={t('round.numbered', { number })}>
      <Text fw={700}>
        {round.rules.question || t(`round.method.${round.rules.method}`)}{' '}
        <Text span c="dimmed" fw={400}>
          {t('round.numbered', { number })}
        </Text>
      </Text>
      <RoundResults round={round} items={itemsOf(session, round, t)} />
    </section>
  );
}

/** A round that is open: what is asked, and this person's answer. */
export function OpenOne(props: { round: RoundView; session: BoardSession; people: PeopleView; give: Give }): ReactNode {
  const { round, session, people, give } = props;
  const t = useT();
  const live = useSession(session);
  const own = live.own();
  const { ballot, answer, saved } = useBallot(round, own.ballots[round.id], give);
  const facilitates = isFacilitating(live.me().role);
  const items = itemsOf(session, round, t);
  return (
    <section>
      <Stack gap="sm">
        <Text fw={700} size="lg">
          {round.rules.question || t(`round.method.${round.rules.method}`)}
        </Text>
        <Text c="dimmed">{round.rules.secret ? t('round.secret') : t('round.named')}</Text>
        {own.entitled.includes(round.id) ? (
          <>
            <BallotForm round={round} items={items} ballot={ballot} onAnswer={answer} />
            <Text size="sm" c="dimmed" role="status">
              {!saved ? t('round.saving') : isAnswered(ballot) ? t('round.saved') : ''}
            </Text>
          </>
        ) : facilitates ? null : (
          <Alert color="blue">{t('round.late')}</Alert>
        )}
        {isHosting(live.me().role) ? <AnswerFor round={round} items={items} people={people} give={give} /> : null}
        {round.results ? <RoundResults round={round} items={items} /> : null}
        {facilitates ? <Leading round={round} session={session} people={people} give={give} items={items} /> : null}
      </Stack>
    </section>
  );
}

function isAnswered({ marks, words }: Ballot): boolean {
  return Object.keys(marks).length > 0 || Boolean(words);
}

/** What facilitators see of an open round: how many answered, never what; and its end. */
function Leading(props: {
  round: RoundView;
  session: BoardSession;
  people: PeopleView;
  give: Give;
  items: ReturnType<typeof itemsOf>;
}): ReactNode {
  const { round, session, people, give, items } = props;
  const t = useT();
  const console = useSession(session).console();
  const answered = console?.answered[round.id]?.length ?? 0;
  const late = console?.late[round.id] ?? [];
  const [closing, setClosing] = useState(false);
  const nameOf = (id: string): string => people.people.find((person) => person.id === id)?.name ?? '';
  return (
    <Stack gap="sm">
      <Text fw={600}>{t('round.progress', { answered, entitled: round.entitled })}</Text>
      {late.map((id) => (
        <Group key={id} justify="space-between">
          <Text>{t('round.cameLate', { name: nameOf(id) })}</Text>
          <Button
            size="compact-md"
            variant="default"
            onClick={() => void give({ type: 'letVote', roundId: round.id, participantId: id })}
          >
            {t('round.letIn')}
          </Button>
        </Group>
      ))}
      {round.rules.method === 'dots' ? <PaperBallots round={round} items={items} give={give} /> : null}
      {closing ? (
        <Alert color="orange" title={t('round.closeAsk')}>
          <Group>
            <Button onClick={() => void give({ type: 'closeRound', roundId: round.id })}>{t('round.closeYes')}</Button>
            <Button variant="default" onClick={() => setClosing(false)}>
              {t('common.cancel')}
            </Button>
          </Group>
        </Alert>
      ) : (
        <Button onClick={() => setClosing(true)}>{t('round.close')}</Button>
      )}
    </Stack>
  );
}
