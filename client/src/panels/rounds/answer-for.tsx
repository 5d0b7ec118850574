import { NativeSelect, Stack, Text } from '@mantine/core';
import type { PeopleView, RoundView } from '@talkoot/protocol';
import { type ReactNode, useState } from 'react';
import { useT } from '../../ui/i18n.tsx';
import { BallotForm } from './ballot-form.tsx';
import type { RoundItem } from './items.ts';
import { type Give, useBallot } from './use-ballot.ts';

interface AnswerForProps {
  round: RoundView;
  items: readonly RoundItem[];
  people: PeopleView;
  give: Give;
}

/** Who looks after a room answers for those in it who have no device: each has the one ballot that all have. */
export function AnswerFor({ people, ...props }: AnswerForProps): ReactNode {
  const t = useT();
  const [chosen, setChosen] = useState('');
  const onPaper = people.people.filter(({ mode }) => mode === 'paper');
  if (onPaper.length === 0) return null;
  return (
    <Stack gap="sm">
      <NativeSelect
        label={t('round.answerFor')}
        value={chosen}
        data={[
          { value: '', label: t('round.nobodyChosen') },
          ...onPaper.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      {chosen === '' ? null : <Answer key={chosen} {...props} participantId={chosen} />}
    </Stack>
  );
}

function Answer(props: Omit<AnswerForProps, 'people'> & { participantId: string }): ReactNode {
  const { round, items, give, participantId } = props;
  const t = useT();
  const { ballot, answer, saved } = useBallot(round, undefined, give, participantId);
  const [given, setGiven] = useState(ballot);
  return (
    <>
      <BallotForm
        round={round}
        items={items}
        ballot={given}
        onAnswer={(next) => {
          setGiven(next);
          answer(next);
        }}
      />
      <Text size="sm" c="dimmed" role="status">
        {!saved ? t('round.saving') : Object.keys(given.marks).length > 0 ? t('round.savedFor') : ''}
      </Text>
    </>
  );
}
