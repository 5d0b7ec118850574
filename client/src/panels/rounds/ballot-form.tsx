import { ActionIcon, Group, Radio, SegmentedControl, Slider, Text, Textarea } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconMinus, IconPlus } from '@tabler/icons-react';
import type { Ballot, RoundView } from '@talkoot/protocol';
import type { ReactNode } from 'react';
import { useT } from '../../ui/i18n.tsx';
import type { RoundItem } from './items.ts';
import classes from './rounds.module.css';

export interface BallotProps {
  round: RoundView;
  items: readonly RoundItem[];
  ballot: Ballot;
  onAnswer(ballot: Ballot): void;
}

/** The controls with which one answers a round, whatever its method: in the panel, and on a phone. */
export function BallotForm(props: BallotProps): ReactNode {
  switch (props.round.rules.method) {
    case 'dots':
    case 'budget':
      return <Dots {...props} />;
    case 'rating':
    case 'form':
      return <Marks {...props} />;
    case 'consent':
      return <Consent {...props} />;
    case 'ranking':
      return <Ranking {...props} />;
    case 'placement':
      return <Placement {...props} />;
  }
}

/** How many dots or points are left to give. */
export function leftOf(round: RoundView, { marks }: Ballot): number {
  const given = Object.values(marks).reduce<number>((sum, mark) => sum + (typeof mark === 'number' ? mark : 0), 0);
  return round.rules.each - given;
}

function withMark({ marks, ...rest }: Ballot, item: string, mark: Ballot['marks'][string] | null): Ballot {
  const { [item]: _before, ...others } = marks;
  return { ...rest, marks: mark === null ? others : { ...others, [item]: mark } };
}

function numberAt({ marks }: Ballot, item: string): number {
  const mark = marks[item];
  return typeof mark === 'number' ? mark : 0;
}

function Dots({ round, items, ballot, onAnswer }: BallotProps): ReactNode {
  const t = useT();
  const left = leftOf(round, ballot);
  const step = round.rules.method === 'budget' ? 5 : 1;
  return (
    <>
      <Text fw={600} role="status">
        {round.rules.method === 'budget' ? t('round.pointsLeft', { count: left }) : t('round.left', { count: left })}
      </Text>
      <ul className={classes.items}>
        {items.map(({ id, words }) => {
          const given = numberAt(ballot, id);
          const more = Math.min(step, left, round.rules.perItem - given);
          return (
            <li key={id} className={classes.item}>
              <span className={classes.words}>{words}</span>
              <Group gap={4} wrap="nowrap" role="group" aria-label={words}>
                <ActionIcon
                  variant="default"
                  size={44}
                  aria-label={t('round.less', { words })}
                  disabled={given === 0}
                  onClick={() => onAnswer(withMark(ballot, id, given - Math.min(step, given) || null))}
                >
                  <IconMinus size={20} aria-hidden />
                </ActionIcon>
                <output className={classes.count} aria-live="polite">
                  {given}
                </output>
                <ActionIcon
                  variant={given > 0 ? 'filled' : 'default'}
                  size={44}
                  aria-label={t('round.more', { words })}
                  disabled={more <= 0}
                  onClick={() => onAnswer(withMark(ballot, id, given + more))}
                >
                  <IconPlus size={20} aria-hidden />
                </ActionIcon>
              </Group>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** A mark from 1 to the top of the scale, and words where they are asked for. */
function Marks({ round, items, ballot, onAnswer }: BallotProps): ReactNode {
  const t = useT();
  const { scale, method } = round.rules;
  const numbers = Array.from({ length: scale }, (_, at) => at + 1);
  return (
    <>
      {scale > 1 ? (
        <ul className={classes.items}>
          {items.map(({ id, words }) => (
            <li key={id} className={classes.tall}>
              <Radio.Group
                label={words === '' ? t('round.yourMark') : words}
                description={t('round.scale', { top: scale })}
                value={String(ballot.marks[id] ?? '')}
                onChange={(value) => onAnswer(withMark(ballot, id, Number(value)))}
              >
                <Group gap="xs" mt="xs">
                  {numbers.map((number) => (
                    <Radio key={number} value={String(number)} label={String(number)} className={classes.mark ?? ''} />
                  ))}
                </Group>
              </Radio.Group>
            </li>
          ))}
        </ul>
      ) : null}
      {method === 'form' ? <Words ballot={ballot} onAnswer={onAnswer} /> : null}
    </>
  );
}

function Words({ ballot, onAnswer }: Pick<BallotProps, 'ballot' | 'onAnswer'>): ReactNode {
  const t = useT();
  return (
    <Textarea
      label={t('round.ownWords')}
      autosize
      minRows={3}
      maxLength={2_000}
      value={ballot.words ?? ''}
      onChange={(event) => onAnswer({ ...ballot, words: event.currentTarget.value })}
    />
  );
}

function Consent({ items, ballot, onAnswer }: BallotProps): ReactNode {
  const t = useT();
  const choices = (['agree', 'concern', 'object'] as const).map((choice, at) => ({
    value: String(at + 1),
    label: t(`round.consent.${choice}`),
  }));
  return (
    <>
      <ul className={classes.items}>
        {items.map(({ id, words }) => (
          <li key={id} className={classes.tall}>
            <Text fw={600}>{words}</Text>
            <SegmentedControl
              fullWidth
              orientation="vertical"
              aria-label={words}
              data={choices}
              value={String(ballot.marks[id] ?? '')}
              onChange={(value) => onAnswer(withMark(ballot, id, Number(value)))}
            />
          </li>
        ))}
      </ul>
      <Words ballot={ballot} onAnswer={onAnswer} />
    </>
  );
}

/** Items from the best down; each has its place as soon as one is moved. */
function Ranking({ items, ballot, onAnswer }: BallotProps): ReactNode {
  const t = useT();
  const placed = items
    .map((item, at) => ({ item, place: numberAt(ballot, item.id) || items.length + at }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
  const move = (from: number, by: number): void => {
    const order = [...placed];
    const [moved] = order.splice(from, 1);
    if (moved) order.splice(from + by, 0, moved);
    onAnswer({ ...ballot, marks: Object.fromEntries(order.map(({ id }, at) => [id, at + 1])) });
  };
  return (
    <ol className={classes.items}>
      {placed.map(({ id, words }, at) => (
        <li key={id} className={classes.item}>
          <span className={classes.place}>{at + 1}.</span>
          <span className={classes.words}>{words}</span>
          <Group gap={4} wrap="nowrap">
            <ActionIcon
              variant="default"
              size={44}
              aria-label={t('round.up', { words })}
              disabled={at === 0}
              onClick={() => move(at, -1)}
            >
              <IconArrowUp size={20} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="default"
              size={44}
              aria-label={t('round.down', { words })}
              disabled={at === placed.length - 1}
              onClick={() => move(at, 1)}
            >
              <IconArrowDown size={20} aria-hidden />
            </ActionIcon>
          </Group>
        </li>
      ))}
    </ol>
  );
}

/** Two sliders for each item; positions are said as 1 to 9. */
function Placement({ round, items, ballot, onAnswer }: BallotProps): ReactNode {
  const t = useT();
  const { axes } = round.rules;
  const nameOf = (axis: 'x' | 'y'): string => {
    const [low, high] = axes[axis];
    return low || high ? t('round.axis', { low, high }) : t(`round.axis.${axis}`);
  };
  return (
    <ul className={classes.items}>
      {items.map(({ id, words }) => {
        const mark = ballot.marks[id];
        const [x, y] = Array.isArray(mark) ? mark : [0.5, 0.5];
        const set = (at: [number, number]): void => onAnswer(withMark(ballot, id, at));
        return (
          <li key={id} className={classes.tall}>
            <Text fw={600}>{words}</Text>
            {(['x', 'y'] as const).map((axis) => (
              <div key={axis}>
                <Text size="sm">{nameOf(axis)}</Text>
                <Slider
                  min={1}
                  max={9}
                  step={1}
                  label={null}
                  thumbLabel={`${words}: ${nameOf(axis)}`}
                  value={Math.round((axis === 'x' ? x : y) * 8) + 1}
                  onChange={(value) => set(axis === 'x' ? [(value - 1) / 8, y] : [x, (value - 1) / 8])}
                />
              </div>
            ))}
          </li>
        );
      })}
    </ul>
  );
}
