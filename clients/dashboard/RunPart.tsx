import { lazy, Suspense } from 'react';
import type { PayrollRunStatus } from '../generated/schema.ts';
import { LoadBoundary } from './components/LoadBoundary.tsx';
import { Waiting } from './components/Waiting.tsx';
import type { RunSection } from './navigation/Route.ts';
import type { Run } from './run/Run.ts';

const PARTS = {
  payments: lazy(async () => ({ default: (await import('./payments/PaymentsSection.tsx')).PaymentsSection })),
  comparison: lazy(async () => ({ default: (await import('./comparison/ComparisonSection.tsx')).ComparisonSection })),
  reports: lazy(async () => ({ default: (await import('./reports/ReportsSection.tsx')).ReportsSection })),
};

export interface RunPartProps {
  section: Exclude<RunSection, 'overview'>;
  run: Run;
  status: PayrollRunStatus;
}

/** A part of a run's screen beside its overview, loaded when it is first opened. */
export function RunPart({ section, run, status }: RunPartProps) {
  const Part = PARTS[section];
  return (
    <LoadBoundary key={section}>
      <Suspense fallback={<Waiting what="this part" />}>
        <Part run={run} status={status} />
      </Suspense>
    </LoadBoundary>
  );
}
