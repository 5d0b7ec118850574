import { Checkbox, NumberInput, SegmentedControl, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { STEP_TYPES } from '@talkoot/facilitation';
import type { AgendaStep, Language } from '@talkoot/protocol';
import { type ReactNode, type RefObject, useState } from 'react';
import type { CommandWithoutId } from '../../api/endpoints.ts';
import { useT } from '../../ui/i18n.tsx';
import classes from './agenda.module.css';
import { FramesField } from './frames-field.tsx';
import type { Plan } from './plan.ts';
import { titleOf } from '../step-words.ts';
import { SettingFields } from './setting-fields.tsx';
import { TypeIcon } from './type-icon.tsx';
import { useDraft } from './use-draft.ts';
import { Warnings } from './warning-words.tsx';

const TITLE_LENGTH = 200;
const PROMPT_LENGTH = 2_000;
const CUE_LENGTH = 4_000;
const MOST_MINUTES = 600;

/** A part of a step that is written anew. */
type StepChange = Extract<CommandWithoutId, { type: 'changeStep' }>['change'];

interface StepEditorProps {
  step: AgendaStep;
  plan: Plan;
}

interface WholeEditorProps extends StepEditorProps {
  /** Of the heading: below the page's or the panel's own. */
  level: 2 | 3;
  heading: RefObject<HTMLHeadingElement | null>;
}

/** Everything about a step, saved as it is written. */
export function StepEditor({ step, plan, level, heading }: WholeEditorProps): ReactNode {
  const t = useT();
  const change = (part: StepChange): Promise<boolean> =>
    plan.give({ type: 'changeStep', stepId: step.id, change: part });
  const type = STEP_TYPES.get(step.type);
  const warnings = plan.warnings.filter((warning) => 'stepId' in warning && warning.stepId === step.id);
  return (
    <section className={classes.editor} aria-label={titleOf(step, plan, t)} data-testid="step-editor">
      <div>
        <Title order={level} size="h2" ref={heading} tabIndex={-1} className={classes.editorTitle ?? ''}>
          <TypeIcon type={step.type} size={24} />
          {t(`step.${step.type}.name`)}
        </Title>
        <Text size="sm" c="dimmed">
          {t(`step.${step.type}.about`)}
        </Text>
      </div>
      <Warnings warnings={warnings} />
      <StepWordsFields step={step} plan={plan} change={change} />
      <Minutes minutes={step.minutes} save={(minutes) => change({ minutes })} />
      <Stack gap="sm">
        <Checkbox
          label={t('agenda.optional')}
          checked={step.optional}
          onChange={(event) => void change({ optional: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('agenda.autoAdvance')}
          checked={step.autoAdvance}
          onChange={(event) => void change({ autoAdvance: event.currentTarget.checked })}
        />
      </Stack>
      <FramesField frames={plan.frames} chosen={step.frames} save={(frames) => change({ frames })} />
      {type && Object.keys(type.settings).length > 0 ? (
        <SettingFields type={type} values={step.settings} save={(settings) => change({ settings })} />
      ) : null}
      <Cue cue={step.cue} save={(cue) => change({ cue })} />
    </section>
  );
}

/** Title and prompt in one language at a time, the workshop's first. */
function StepWordsFields(props: StepEditorProps & { change(part: StepChange): Promise<boolean> }): ReactNode {
  const t = useT();
  const { step, plan, change } = props;
  const [language, setLanguage] = useState<Language>(plan.workshop.language);
  const [title, setTitle, saveTitle] = useDraft(step.title, (words) => change({ title: words }));
  const [prompt, setPrompt, savePrompt] = useDraft(step.prompt, (words) => change({ prompt: words }));
  return (
    <Stack gap="sm">
      <SegmentedControl
        fullWidth
        aria-label={t('agenda.language')}
        value={language}
        data={plan.languages.map((code) => ({ value: code, label: t(`language.${code}`) }))}
        onChange={(code) => setLanguage(code as Language)}
      />
      <TextInput
        label={t('agenda.stepTitle')}
        lang={language}
        maxLength={TITLE_LENGTH}
        value={title[language]}
        onChange={(event) => setTitle({ ...title, [language]: event.currentTarget.value })}
        onBlur={saveTitle}
      />
      <Textarea
        label={t('agenda.prompt')}
        lang={language}
        size="md"
        autosize
        minRows={2}
        maxRows={10}
        maxLength={PROMPT_LENGTH}
        value={prompt[language]}
        onChange={(event) => setPrompt({ ...prompt, [language]: event.currentTarget.value })}
        onBlur={savePrompt}
      />
    </Stack>
  );
}

function Minutes(props: { minutes: number; save(minutes: number): Promise<boolean> }): ReactNode {
  const t = useT();
  const [value, write, flush] = useDraft<number | null>(
    props.minutes,
    (minutes) => props.save(minutes as number),
    (minutes) => minutes !== null,
  );
  return (
    <NumberInput
      size="md"
      className={classes.minutes ?? ''}
      label={t('agenda.minutes')}
      min={0}
      max={MOST_MINUTES}
      clampBehavior="strict"
      allowDecimal={false}
      allowNegative={false}
      value={value ?? ''}
      onChange={(written) => write(typeof written === 'number' ? written : null)}
      onBlur={flush}
    />
  );
}

function Cue(props: { cue: string; save(cue: string): Promise<boolean> }): ReactNode {
  const t = useT();
  const [value, write, flush] = useDraft(props.cue, props.save);
  return (
    <Textarea
      label={t('agenda.cue')}
      description={t('agenda.cueHint')}
      size="md"
      autosize
      minRows={2}
      maxRows={12}
      maxLength={CUE_LENGTH}
      value={value}
      onChange={(event) => write(event.currentTarget.value)}
      onBlur={flush}
    />
  );
}
