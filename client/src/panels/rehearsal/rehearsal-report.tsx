import { Modal, Stack, Table, Text } from '@mantine/core';
import { formatDate, type MessageKey, type Translate } from '@talkoot/i18n';
import { PROBLEMS, REFUSALS, type RehearsalReport, type RehearsedStep } from '@talkoot/protocol';
import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useLanguage, useT } from '../../ui/i18n.tsx';
import { WarningLines } from '../agenda/warning-words.tsx';
import { type InLanguages, titleOf } from '../step-words.ts';
import classes from './rehearsal.module.css';

const MINUTE_MS = 60_000;

interface ReportProps {
  report: RehearsalReport;
  reading: InLanguages;
}

/** How a rehearsal went: what is to be mended first, then each step. */
export function RehearsalReportDialog({ onClose, ...props }: ReportProps & { onClose(): void }): ReactNode {
  const t = useT();
  return (
    <Modal
      opened
      size="xl"
      title={t('rehearsal.report')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      onClose={onClose}
    >
      <div data-testid="rehearsal-report">
        <Report {...props} />
      </div>
    </Modal>
  );
}

function Report({ report, reading }: ReportProps): ReactNode {
  const t = useT();
  const [language] = useLanguage();
  const warnings = warningsOf(report, reading, t);
  return (
    <Stack>
      <Text c="dimmed">
        {t('rehearsal.facts', { count: report.input.people, time: formatDate(report.at, language) })}
        {' · '}
        {t('rehearsal.speedOf', { count: report.input.speed })}
      </Text>
      {warnings.length === 0 ? (
        <div className={classes.well}>
          <IconCircleCheck size={22} aria-hidden />
          <Text>{t('rehearsal.allWell')}</Text>
        </div>
      ) : (
        <WarningLines lines={warnings} />
      )}
      <Steps steps={report.steps} reading={reading} />
    </Stack>
  );
}

/** Whole minutes that are enough. */
function minutesOf(ms: number): number {
  return Math.max(1, Math.ceil(ms / MINUTE_MS));
}

function isTooShort({ neededMs, minutes }: RehearsedStep): boolean {
  return neededMs !== null && neededMs > minutes * MINUTE_MS;
}

function warningsOf(report: RehearsalReport, reading: InLanguages, t: Translate): string[] {
  const { steps, refused, faults, whole } = report;
  return [
    ...(whole ? [] : [t('rehearsal.notWhole')]),
    ...steps.filter(isTooShort).map((step) =>
      t(step.turns ? 'rehearsal.turnsLonger' : 'rehearsal.tooShort', {
        title: titleOf(step, reading, t),
        minutes: minutesOf(step.neededMs ?? 0),
      }),
    ),
    ...refused.map(({ code, count }) => t('rehearsal.refused', { count, reason: reasonOf(code, t) })),
    ...(faults > 0 ? [t('rehearsal.faults', { count: faults })] : []),
  ];
}

/** A code of a refusal or of a problem in words; a code of another version stays as it is. */
function reasonOf(code: string, t: Translate): string {
  const known = (list: readonly string[], prefix: string): string | null =>
    list.includes(code) ? t(`${prefix}.${code}` as MessageKey) : null;
  return known(REFUSALS, 'refused') ?? known(PROBLEMS, 'problem') ?? code;
}

function Steps({ steps, reading }: { steps: readonly RehearsedStep[]; reading: InLanguages }): ReactNode {
  const t = useT();
  const minutes = (ms: number): string => t('rehearsal.minutes', { minutes: minutesOf(ms) });
  return (
    // A table wider than a phone is moved sideways, by keys too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={classes.table} tabIndex={0} aria-label={t('rehearsal.report')}>
      <Table horizontalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('rehearsal.step')}</Table.Th>
            {(['planned', 'ran', 'needed', 'unfinished', 'notes', 'answers'] as const).map((column) => (
              <Table.Th key={column} className={classes.number ?? ''}>
                {t(`rehearsal.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {steps.map((step) => (
            <Table.Tr key={step.stepId} data-testid="rehearsed-step">
              <Table.Td className={classes.stepTitle ?? ''}>{titleOf(step, reading, t)}</Table.Td>
              <Figure words={t('rehearsal.minutes', { minutes: step.minutes })} />
              <Figure words={t('rehearsal.minutes', { minutes: Math.round(step.ranMs / MINUTE_MS) })} />
              <Figure words={step.neededMs === null ? '–' : minutes(step.neededMs)} short={isTooShort(step)} />
              <Figure
                words={
                  step.unfinished > 0
                    ? t('rehearsal.unfinishedOf', { unfinished: step.unfinished, people: step.people })
                    : '–'
                }
                short={step.unfinished > 0}
              />
              <Figure words={step.notes > 0 ? String(step.notes) : '–'} />
              <Figure words={step.answers > 0 ? String(step.answers) : '–'} />
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function Figure({ words, short }: { words: string; short?: boolean }): ReactNode {
  return <Table.Td className={`${classes.number} ${short ? classes.short : ''}`}>{words}</Table.Td>;
}
