import { Checkbox, Input, SegmentedControl, Stack, Text, useComputedColorScheme } from '@mantine/core';
import { ELEMENT_TYPES, type ElementType } from '@talkoot/elements';
import type { ParticipationRules, Reach } from '@talkoot/protocol';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { canvasPalette } from '../../canvas/palette.ts';
import { useT } from '../../ui/i18n.tsx';
import classes from './board.module.css';
import type { CommandRunner } from './use-command-runner.ts';

const REACHES = ['none', 'own', 'all'] as const satisfies readonly Reach[];
const ACTS = ['edit', 'move', 'delete'] as const;

/** What gathers comes with the right to move. */
const TYPES = [...ELEMENT_TYPES.values()].filter(({ gathers }) => !gathers);
/** Colours of every kind whose colour the rules may limit. */
const COLOURS = TYPES.flatMap(coloursOf);

function coloursOf(type: ElementType) {
  return type.controls.flatMap((control) =>
    control.type === 'swatches' && type.fields[control.field]?.colour ? control.options : [],
  );
}

/** Adds or takes away one; all of them again is written as "every one", so that later kinds are in. */
export function toggled(all: readonly string[], chosen: readonly string[], one: string): string[] {
  return all.filter((other) => (other === one ? !chosen.includes(one) : chosen.includes(other)));
}

/** The kinds that rules allow, with "by default" spelt out. */
export function kindsAllowed(rules: ParticipationRules): string[] {
  return rules.kinds ?? TYPES.filter(({ participantsMayAdd }) => participantsMayAdd).map(({ kind }) => kind);
}

/** What participants may do, changed live: each choice applies at once. */
export function RulesPanel({ rules, run }: { rules: ParticipationRules; run: CommandRunner }): ReactNode {
  const t = useT();
  const palette = canvasPalette(useComputedColorScheme());
  const [shown, setShown] = useState(rules);
  // What the server says wins, also when another facilitator changed it.
  useEffect(() => setShown(rules), [rules]);
  const change = async (part: Partial<ParticipationRules>): Promise<void> => {
    const next = { ...shown, ...part };
    setShown(next);
    if (!(await run({ type: 'setRules', rules: next }))) setShown(rules);
  };
  const kinds = kindsAllowed(shown);
  const allColours = COLOURS.map(({ value }) => String(value));
  const colours = shown.colours ?? allColours;
  const setColours = (next: string[]): void => {
    if (next.length > 0) void change({ colours: next.length === allColours.length ? null : next });
  };
  return (
    <Stack gap="xl">
      <Text size="sm" c="dimmed">
        {t('rules.explain')}
      </Text>
      <Checkbox.Group label={t('rules.kinds')} value={kinds}>
        <Stack gap="xs" mt="xs">
          {TYPES.map(({ kind, nameKey }) => (
            <Checkbox
              key={kind}
              value={kind}
              label={t(nameKey)}
              onChange={() =>
                void change({
                  kinds: toggled(
                    TYPES.map((type) => type.kind),
                    kinds,
                    kind,
                  ),
                })
              }
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <Checkbox.Group label={t('rules.colours')} description={t('rules.coloursHint')} value={colours}>
        <div className={classes.colours}>
          {COLOURS.map(({ value, labelKey, colour }) => (
            <Checkbox
              key={String(value)}
              value={String(value)}
              label={
                <span className={classes.colour}>
                  <span
                    className={classes.swatch}
                    style={{ background: palette(colour ?? 'paper') }}
                    aria-hidden="true"
                  />
                  {t(labelKey)}
                </span>
              }
              onChange={() => setColours(toggled(allColours, colours, String(value)))}
            />
          ))}
        </div>
      </Checkbox.Group>
      <div>
        <Input.Label component="div">{t('rules.reachTitle')}</Input.Label>
        <Stack gap="md" mt="xs">
          {ACTS.map((act) => (
            <ReachChoice
              key={act}
              label={t(`rules.${act}`)}
              value={shown[act]}
              onChange={(reach) => void change({ [act]: reach })}
            />
          ))}
        </Stack>
      </div>
    </Stack>
  );
}

function ReachChoice(props: { label: string; value: Reach; onChange: (reach: Reach) => void }): ReactNode {
  const t = useT();
  const label = useId();
  return (
    <div>
      <Text id={label} mb={4}>
        {props.label}
      </Text>
      <SegmentedControl
        fullWidth
        aria-labelledby={label}
        value={props.value}
        data={REACHES.map((reach) => ({ value: reach, label: t(`rules.reach.${reach}`) }))}
        onChange={(value) => {
          const reach = REACHES.find((one) => one === value);
          if (reach) props.onChange(reach);
        }}
      />
    </div>
  );
}
