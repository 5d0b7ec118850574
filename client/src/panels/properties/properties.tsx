import { Fieldset, NativeSelect, Stack, Switch, Text, TextInput } from '@mantine/core';
import type { BoardElement } from '@talkoot/board';
import { formatDate } from '@talkoot/i18n';
import { isFacilitating } from '@talkoot/protocol';
import { type ReactNode, useState } from 'react';
import { elementsOfIds } from '../../sync/actions.ts';
import { moveToFrame } from '../../sync/actions-move.ts';
import { setControl } from '../../sync/controls.ts';
import { MEASURES, sharedMeasure } from '../../sync/properties.ts';
import { useLanguage, useT } from '../../ui/i18n.tsx';
import { countOf, frameName } from '../outline-words.ts';
import type { ActionHost, Lock } from '../selection-actions.ts';
import { mayUse, sharedControls, sharedValue } from '../selection-controls.tsx';
import { TagsEditor } from '../tags-editor.tsx';
import { MeasureField } from './measure-field.tsx';
import classes from './properties.module.css';

export interface PropertiesProps {
  host: ActionHost;
  /** What is selected. */
  ids: string[];
  /** Name of a participant; undefined when nobody may know it. */
  nameOf(participantId: string): string | undefined;
  onLock?: Lock | undefined;
}

/** The exact values of what is selected, to read and to set: moving, sizing and turning without a drag (WCAG 2.5.7). */
export function Properties(props: PropertiesProps): ReactNode {
  const t = useT();
  const { host, ids } = props;
  const elements = elementsOfIds(host.model, ids);
  if (elements.length === 0) return <Text c="dimmed">{t('properties.none')}</Text>;
  const measures = MEASURES.filter((measure) => {
    const { value, mixed } = sharedMeasure(host.session, ids, measure);
    return value !== undefined || mixed;
  });
  const inFrame = elements.some(({ place }) => place.frame !== null && host.model.get(place.frame));
  // Fields begin anew with another selection.
  const key = ids.join(' ');
  return (
    <Stack key={key} gap="lg">
      {elements.length > 1 && <Text fw={700}>{countOf(host.model, ids, t)}</Text>}
      {measures.length > 0 && (
        <Fieldset legend={t('properties.measures')} variant="unstyled" classNames={{ legend: classes.legend ?? '' }}>
          <div className={classes.measures}>
            {measures.map((measure) => (
              <MeasureField key={measure} host={host} ids={ids} measure={measure} />
            ))}
          </div>
          {inFrame && (
            <Text size="sm" c="dimmed" mt="xs">
              {t('properties.inFrame')}
            </Text>
          )}
        </Fieldset>
      )}
      <FrameField {...props} elements={elements} />
      <Lines host={host} ids={ids} />
      <Choices host={host} ids={ids} />
      {ids.every((id) => host.typeOf(id)?.tagged) && <TagsEditor canvas={host} ids={ids} />}
      <LockField {...props} elements={elements} />
      <About {...props} elements={elements} />
    </Stack>
  );
}

type PartProps = PropertiesProps & { elements: readonly BoardElement[] };

/** The frame in which all stand; choosing another one moves them there. */
function FrameField({ host, ids, elements }: PartProps): ReactNode {
  const t = useT();
  const { model } = host;
  const chosen = new Set(
    elements.map(({ place }) => (place.frame !== null && model.get(place.frame) ? place.frame : '')),
  );
  const within = new Set(ids.flatMap((id) => [id, ...model.descendantsOf(id)]));
  const frames = [...model.containers()].filter((id) => !within.has(id));
  const value = chosen.size === 1 ? ([...chosen][0] as string) : MIXED;
  const first = elements[0] as BoardElement;
  const may = host.session.may({ type: 'set', id: first.id, field: 'place', value: first.place }, first.scope).allowed;
  return (
    <NativeSelect
      label={t('outline.column.frame')}
      value={value}
      disabled={!may}
      data={[
        ...(value === MIXED ? [{ value: MIXED, label: t('properties.mixed') }] : []),
        { value: '', label: t('properties.noFrame') },
        ...frames.map((id) => ({ value: id, label: frameName(model, id, t) })),
      ]}
      onChange={(event) => {
        const to = event.currentTarget.value;
        if (to !== MIXED) host.tell(moveToFrame(host.session, ids, to || null));
      }}
    />
  );
}

/** No id of an element. */
const MIXED = '?';

/** Words that the kind asks for in a line, as what an image shows. */
function Lines({ host, ids }: Pick<PropertiesProps, 'host' | 'ids'>): ReactNode {
  return sharedControls(host, ids)
    .filter((control) => control.type === 'line')
    .map((control) => <LineField key={control.field} host={host} ids={ids} control={control} />);
}

type LineControl = Extract<ReturnType<typeof sharedControls>[number], { type: 'line' }>;

function LineField({
  host,
  ids,
  control,
}: Pick<PropertiesProps, 'host' | 'ids'> & { control: LineControl }): ReactNode {
  const t = useT();
  const now = sharedValue({ control, canvas: host, ids });
  const [draft, setDraft] = useState<string | null>(null);
  const shown = typeof now === 'string' ? now : '';
  const save = (): void => {
    if (draft !== null && draft !== shown) host.tell(setControl(host.session, ids, control.field, draft));
    setDraft(null);
  };
  return (
    <TextInput
      label={t(control.labelKey)}
      value={draft ?? shown}
      maxLength={control.maxLength}
      disabled={!mayUse({ control, canvas: host, ids }, { value: '', labelKey: control.labelKey })}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && save()}
    />
  );
}

/** What is chosen too rarely for the bar beside the selection. */
function Choices({ host, ids }: Pick<PropertiesProps, 'host' | 'ids'>): ReactNode {
  return sharedControls(host, ids)
    .filter((control): control is ChoiceControl => control.type === 'choice' && control.rare === true)
    .map((control) => <ChoiceField key={control.field} host={host} ids={ids} control={control} />);
}

type ChoiceControl = Extract<ReturnType<typeof sharedControls>[number], { type: 'choice' }>;

/** A choice whose value everybody may read. */
function ChoiceField({
  host,
  ids,
  control,
}: Pick<PropertiesProps, 'host' | 'ids'> & { control: ChoiceControl }): ReactNode {
  const t = useT();
  const view = { control, canvas: host, ids };
  const now = sharedValue(view);
  const at = control.options.findIndex(({ value }) => value === now);
  return (
    <NativeSelect
      label={t(control.labelKey)}
      value={at < 0 ? MIXED : String(at)}
      disabled={!control.options.some((option) => mayUse(view, option))}
      data={[
        ...(at < 0 ? [{ value: MIXED, label: t('properties.mixed') }] : []),
        ...control.options.map(({ labelKey }, index) => ({ value: String(index), label: t(labelKey) })),
      ]}
      onChange={(event) => {
        const chosen = control.options[Number(event.currentTarget.value)];
        if (chosen) host.tell(setControl(host.session, ids, control.field, chosen.value));
      }}
    />
  );
}

function LockField({ host, ids, onLock, elements }: PartProps): ReactNode {
  const t = useT();
  const locked = elements.every((element) => element.locked);
  return (
    <Switch
      label={t('properties.locked')}
      checked={locked}
      disabled={!onLock || !isFacilitating(host.session.me().role)}
      onChange={() => onLock?.(ids, !locked)}
    />
  );
}

/** What nobody sets: kind, writer, time. */
function About({ host, nameOf, elements }: PartProps): ReactNode {
  const t = useT();
  const [language] = useLanguage();
  const shared = (of: (element: BoardElement) => string): string => {
    const values = new Set(elements.map(of));
    return values.size === 1 ? ([...values][0] as string) : t('properties.mixed');
  };
  const kind = (element: BoardElement): string => {
    const type = host.typeOf(element.id);
    return type ? t(type.nameKey) : '';
  };
  const writer = ({ author }: BoardElement): string => (author && nameOf(author)) || t('properties.unknown');
  const made = ({ createdAt }: BoardElement): string =>
    createdAt > 0 ? formatDate(createdAt, language) : t('properties.unknown');
  return (
    <dl className={classes.about} aria-label={t('properties.about')}>
      <dt>{t('outline.column.kind')}</dt>
      <dd>{shared(kind)}</dd>
      <dt>{t('outline.column.author')}</dt>
      <dd>{shared(writer)}</dd>
      <dt>{t('properties.created')}</dt>
      <dd>{shared(made)}</dd>
    </dl>
  );
}
