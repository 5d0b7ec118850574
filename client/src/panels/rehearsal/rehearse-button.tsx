import { Button } from '@mantine/core';
import { IconMasksTheater, IconReport } from '@tabler/icons-react';
import { type ReactNode, Suspense, useState } from 'react';
import { useT } from '../../ui/i18n.tsx';
import { lazyPart } from '../../ui/lazy-part.ts';
import { useHash } from '../../ui/use-hash.ts';
import type { Plan } from '../agenda/plan.ts';
import { REPORT_HASH } from './report-hash.ts';
import { useRehearsal } from './use-rehearsal.ts';

const RehearseDialog = lazyPart(async () => (await import('./rehearse-dialog.tsx')).RehearseDialog);
const ReportDialog = lazyPart(async () => (await import('./rehearsal-report.tsx')).RehearsalReportDialog);

/** Rehearses the plan, and tells how it went the last time; at once for who comes back from a rehearsal. */
export function RehearseButton({ plan }: { plan: Plan }): ReactNode {
  const t = useT();
  const rehearsal = useRehearsal(plan.workshop.id);
  const cameBack = useHash() === REPORT_HASH;
  const [shown, show] = useState<'choices' | 'report' | null>(cameBack ? 'report' : null);
  const report = rehearsal.state?.report;
  return (
    <>
      <Button variant="light" leftSection={<IconMasksTheater size={20} aria-hidden />} onClick={() => show('choices')}>
        {t('rehearsal.rehearse')}
      </Button>
      {report ? (
        <Button variant="subtle" leftSection={<IconReport size={20} aria-hidden />} onClick={() => show('report')}>
          {t('rehearsal.lastReport')}
        </Button>
      ) : null}
      <Suspense fallback={null}>
        {shown === 'choices' ? <RehearseDialog plan={plan} rehearsal={rehearsal} onClose={() => show(null)} /> : null}
        {shown === 'report' && report ? (
          <ReportDialog report={report} reading={plan} onClose={() => show(null)} />
        ) : null}
      </Suspense>
    </>
  );
}
