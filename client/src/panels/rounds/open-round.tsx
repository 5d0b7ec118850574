import { Button, Checkbox, NativeSelect, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { framesInOrder, itemsAmong } from '@talkoot/board';
import { ROUND_METHODS, type RoundMethod, type RoundRules } from '@talkoot/protocol';
import { type ReactNode, useState } from 'react';
import type { BoardSession } from '../../sync/session.ts';
import { useT } from '../../ui/i18n.tsx';
import { frameName } from '../outline-words.ts';
import type { Give } from './use-ballot.ts';

const NO_AXES: RoundRules['axes'] = { x: ['', ''], y: ['', ''] };

/** A round begun by hand, beside those that steps begin. */
export function OpenRound(props: { session: BoardSession; give: Give; selected: readonly string[] }): ReactNode {
  const { session, give, selected } = props;
  const t = useT();
  const [method, setMethod] = useState<RoundMethod>('dots');
  const [question, setQuestion] = useState('');
  const [each, setEach] = useState(3);
  const [perItem, setPerItem] = useState(2);
  const [secret, setSecret] = useState(true);
  const [live, setLive] = useState(false);
  const frames = framesInOrder(session.model);
  const [about, setAbout] = useState(selected.length > 0 ? 'selected' : (frames[0]?.frame.id ?? 'question'));
  const [gathered, setGathered] = useState(true);
  const { model } = session;
  const among = (): string[] => {
    if (about === 'question') return [];
    if (about !== 'selected') return model.descendantsOf(about);
    return selected.flatMap((id) => [id, ...(model.kindOf(id)?.gathers ? model.descendantsOf(id) : [])]);
  };
  const itemsOf = (asClusters: boolean): string[] =>
    itemsAmong(among(), { kindOf: (id) => model.kindOf(id), placeOf: model.places }, asClusters);
  const hasClusters = itemsOf(true).some((id) => model.kindOf(id)?.gathers);
  const items = (): string[] => itemsOf(gathered);
  const begin = (): void => {
    const budget = method === 'budget';
    const rules: RoundRules = {
      ...{ method, question, secret, live, axes: NO_AXES, scale: 5, least: method === 'form' ? 4 : 0 },
      each: budget ? 100 : each,
      perItem: budget ? 100 : perItem,
    };
    void give({ type: 'openRound', rules, items: items() });
  };
  const sources = [
    ...(selected.length > 0
      ? [{ value: 'selected', label: t('round.aboutSelected', { count: selected.length }) }]
      : []),
    ...frames.map(({ frame: { id } }) => ({ value: id, label: frameName(session.model, id, t) })),
    { value: 'question', label: t('round.aboutQuestion') },
  ];
  return (
    <Stack gap="sm">
      <Text fw={700}>{t('round.begin')}</Text>
      <NativeSelect
        label={t('round.how')}
        data={ROUND_METHODS.map((value) => ({ value, label: t(`round.method.${value}`) }))}
        value={method}
        onChange={(event) => setMethod(event.currentTarget.value as RoundMethod)}
      />
      <TextInput
        label={t('round.question')}
        maxLength={500}
        value={question}
        onChange={(event) => setQuestion(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('round.about')}
        data={sources}
        value={about}
        onChange={(event) => setAbout(event.currentTarget.value)}
      />
      {hasClusters ? (
        <Checkbox
          label={t('round.byCluster')}
          checked={gathered}
          onChange={(event) => setGathered(event.currentTarget.checked)}
        />
      ) : null}
      {method === 'dots' ? (
        <>
          <NumberInput
            label={t('round.each')}
            min={1}
            max={100}
            value={each}
            onChange={(value) => setEach(Number(value) || 1)}
          />
          <NumberInput
            label={t('round.perItem')}
            min={1}
            max={100}
            value={perItem}
            onChange={(value) => setPerItem(Number(value) || 1)}
          />
        </>
      ) : null}
      <Checkbox
        label={t('round.secretly')}
        checked={secret}
        onChange={(event) => setSecret(event.currentTarget.checked)}
      />
      <Checkbox label={t('round.live')} checked={live} onChange={(event) => setLive(event.currentTarget.checked)} />
      <Button onClick={begin} disabled={about !== 'question' && items().length === 0}>
        {t('round.open')}
      </Button>
      {about !== 'question' && items().length === 0 ? <Text c="dimmed">{t('round.nothingThere')}</Text> : null}
    </Stack>
  );
}
