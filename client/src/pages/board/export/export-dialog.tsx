import { Alert, Button, Checkbox, Group, Modal, NativeSelect, Progress, Stack, Text } from '@mantine/core';
import { compareOrder, isFrame } from '@talkoot/board';
import { ELEMENT_TYPES, LIGHT_COLOURS, paletteOf } from '@talkoot/elements';
import {
  EXPORT_FORMATS,
  type ExportFormat,
  type ExportJob,
  type FormatOption,
  type OptionValues,
  startValues,
  type Taken,
} from '@talkoot/formats';
import type { WorkshopView } from '@talkoot/protocol';
import { IconDownload } from '@tabler/icons-react';
import { type ReactNode, useId, useMemo, useState } from 'react';
import type { BoardSession } from '../../../sync/session.ts';
import { useLanguage, useT } from '../../../ui/i18n.tsx';
import { toast } from '../../../ui/toasts.tsx';
import { api } from '../../../api/endpoints.ts';
import { elementLink } from '../../../panels/finding/element-link.ts';
import { fileName } from './download.ts';
import classes from './export.module.css';
import { browserSources } from './sources.ts';
import { type ExportState, useExport } from './use-export.ts';

export interface ExportProps {
  session: BoardSession;
  workshop: WorkshopView;
  nameOf(participantId: string): string | undefined;
  /** What was selected when it was opened; may be empty. */
  selected: readonly string[];
  /** Begin with what is selected and not with the whole board. */
  ofSelection: boolean;
  onClose: () => void;
}

/** Takes the board, a frame or the selection away as a file. Only what the person sees is there to be taken. */
export function ExportDialog(props: ExportProps): ReactNode {
  const t = useT();
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('export.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {props.session.model.size === 0 ? <Text>{t('export.nothing')}</Text> : <ExportForm {...props} />}
    </Modal>
  );
}

const BOARD = 'board';
const SELECTION = 'selection';

function ExportForm(props: ExportProps): ReactNode {
  const t = useT();
  const [language] = useLanguage();
  const { session, workshop, selected, onClose } = props;
  const { model } = session;
  const [what, setWhat] = useState(props.ofSelection ? SELECTION : BOARD);
  const [format, setFormat] = useState(EXPORT_FORMATS[0] as ExportFormat);
  const [chosen, setChosen] = useState<OptionValues>({});
  const { state, run, cancel } = useExport();
  const taken = useMemo(() => takenFrom(what, selected), [what, selected]);
  const options = { ...startValues(format, language), ...chosen };
  const remark = format.remark?.({ model, taken, options });
  const busy = state.kind === 'working';

  const start = async (): Promise<void> => {
    const name = fileName([workshop.title || t('board.untitled'), ...partName(model.get(what)?.text)], format.ending);
    const done = await run(format, { ...jobOf(props, t, language), taken, options }, name);
    if (!done) return;
    toast(t('export.done', { name }));
    onClose();
  };
  return (
    <Stack gap="lg">
      <WhatChoice {...props} value={what} disabled={busy} onChange={setWhat} />
      <FormatChoice
        chosen={format}
        formats={EXPORT_FORMATS.filter(({ takes }) => takes.includes(taken.what))}
        disabled={busy}
        onChange={(next) => {
          setFormat(next);
          setChosen({});
        }}
      />
      <div className={classes.options}>
        {format.options.map((option) => (
          <OptionField
            key={`${format.id} ${option.id}`}
            option={option}
            value={options[option.id]}
            disabled={busy}
            onChange={(value) => setChosen({ ...chosen, [option.id]: value })}
          />
        ))}
      </div>
      <Text size="sm" c="dimmed" role="status" mih="1.5em">
        {remark ? t(remark.key, remark.values) : null}
      </Text>
      <Outcome state={state} />
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={busy ? cancel : onClose}>
          {t('common.cancel')}
        </Button>
        <Button
          leftSection={<IconDownload size={18} aria-hidden />}
          disabled={busy}
          onClick={() => void start()}
          data-autofocus
        >
          {t('export.download')}
        </Button>
      </Group>
    </Stack>
  );
}

function takenFrom(what: string, selected: readonly string[]): Taken {
  if (what === SELECTION) return { what: 'selection', ids: selected };
  return what === BOARD ? { what: 'board' } : { what: 'frame', id: what };
}

/** A frame's title as a part of the file's name, when it has one. */
function partName(title: string | undefined): string[] {
  return title?.trim() ? [title] : [];
}

function jobOf(
  { session, workshop, nameOf }: ExportProps,
  t: ExportJob['t'],
  language: ExportJob['language'],
): Omit<ExportJob, 'step' | 'taken' | 'options'> {
  const urlOf = (image: string): string => api.blobUrl(session.workshopId, image);
  const parts = { model: session.model, types: ELEMENT_TYPES, draw: { nameOf }, urlOf };
  return {
    ...parts,
    // Files are for paper: light, however the screen is.
    palette: paletteOf(LIGHT_COLOURS),
    t,
    language,
    title: workshop.title || t('board.untitled'),
    sources: browserSources(parts),
    linkTo: (id) => elementLink(window.location.origin, session.workshopId, id),
  };
}

function WhatChoice(props: {
  session: BoardSession;
  selected: readonly string[];
  value: string;
  disabled: boolean;
  onChange: (what: string) => void;
}): ReactNode {
  const t = useT();
  const { model } = props.session;
  const frames = model
    .childrenOf(null)
    .filter(({ id }) => isFrame(model.kindOf(id)))
    .sort(compareOrder);
  const data = [
    { value: BOARD, label: t('export.board') },
    ...(props.selected.length > 0
      ? [{ value: SELECTION, label: t('export.selected', { count: props.selected.length }) }]
      : []),
    ...frames.map(({ id, text }) => ({
      value: id,
      label: t('export.frame', { name: text.trim() || t('outline.untitled') }),
    })),
  ];
  return (
    <NativeSelect
      label={t('export.what')}
      data={data}
      value={props.value}
      disabled={props.disabled}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

function FormatChoice(props: {
  formats: readonly ExportFormat[];
  chosen: ExportFormat;
  disabled: boolean;
  onChange: (format: ExportFormat) => void;
}): ReactNode {
  const t = useT();
  const name = useId();
  return (
    <fieldset className={classes.formats} disabled={props.disabled}>
      <legend className={classes.legend}>{t('export.format')}</legend>
      {props.formats.map((format) => (
        <label key={format.id} className={classes.format}>
          <input
            type="radio"
            name={name}
            className={classes.radio}
            checked={format === props.chosen}
            onChange={() => props.onChange(format)}
          />
          <Text component="span" display="block" fw={700}>
            {t(format.nameKey)}
          </Text>
          <Text component="span" size="sm" c="dimmed" mt={2} className={classes.hint ?? ''}>
            {t(format.hintKey)}
          </Text>
        </label>
      ))}
    </fieldset>
  );
}

function OptionField(props: {
  option: FormatOption;
  value: string | boolean | undefined;
  disabled: boolean;
  onChange: (value: string | boolean) => void;
}): ReactNode {
  const t = useT();
  const { option, disabled } = props;
  if (option.type === 'toggle') {
    return (
      <Checkbox
        size="md"
        label={t(option.nameKey)}
        checked={props.value === true}
        disabled={disabled}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
    );
  }
  return (
    <NativeSelect
      label={t(option.nameKey)}
      data={option.values.map(({ value, nameKey }) => ({ value, label: t(nameKey) }))}
      value={String(props.value)}
      disabled={disabled}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

/** A bar without length would not be seen. Percent. */
const SHOWN_FROM = 3;

function Outcome({ state }: { state: ExportState }): ReactNode {
  const t = useT();
  if (state.kind === 'failed') return <Alert color="red">{t('export.failed')}</Alert>;
  if (state.kind === 'idle') return null;
  return (
    <div>
      <Text size="sm" mb={6} role="status">
        {t('export.working')}
      </Text>
      <Progress value={Math.max(SHOWN_FROM, Math.round(state.part * 100))} aria-label={t('export.working')} />
    </div>
  );
}
