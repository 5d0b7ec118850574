import type { PlanWarning } from '@talkoot/facilitation';
import type { Translate } from '@talkoot/i18n';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useT } from '../../ui/i18n.tsx';
import classes from './agenda.module.css';

function wordsOf(warning: PlanWarning, t: Translate): string {
  const { type, stepId: _step, ...values } = { stepId: null, ...warning };
  if ('language' in values) return t(`warning.${type}`, { language: t(`language.${values.language}`) });
  return t(`warning.${type}`, values);
}

/** What a facilitator may have overlooked, in plain words. */
export function Warnings({ warnings }: { warnings: readonly PlanWarning[] }): ReactNode {
  const t = useT();
  return <WarningLines lines={warnings.map((warning) => wordsOf(warning, t))} />;
}

/** What is to be heeded, one line each; nothing when there is nothing. */
export function WarningLines({ lines }: { lines: readonly string[] }): ReactNode {
  if (lines.length === 0) return null;
  return (
    <ul className={classes.warnings}>
      {lines.map((words) => (
        <li key={words} className={classes.warning}>
          <IconAlertTriangle size={16} aria-hidden />
          <span>{words}</span>
        </li>
      ))}
    </ul>
  );
}
