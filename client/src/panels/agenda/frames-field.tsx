import { Checkbox, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '../../ui/i18n.tsx';
import classes from './agenda.module.css';

/** The frames that a step is about, chosen by name. Those that are gone from the board can only be let go. */
export function FramesField(props: {
  frames: ReadonlyMap<string, string>;
  chosen: readonly string[];
  save(frames: string[]): Promise<boolean>;
}): ReactNode {
  const t = useT();
  const { frames, chosen } = props;
  const gone = chosen.filter((id) => !frames.has(id));
  const options = [...frames, ...gone.map((id) => [id, t('agenda.frameGone')] as const)];
  const order = options.map(([id]) => id);
  return (
    <Checkbox.Group
      label={t('agenda.frames')}
      value={[...chosen]}
      onChange={(ids) => void props.save(order.filter((id) => ids.includes(id)))}
    >
      <div className={classes.frames}>
        {options.map(([id, name]) => (
          <Checkbox key={id} value={id} label={name} />
        ))}
        {options.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('agenda.framesNone')}
          </Text>
        ) : null}
      </div>
    </Checkbox.Group>
  );
}
