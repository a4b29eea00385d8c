'use client';
import { PayrollClient } from '@payroll/sdk';
import { PayrollProvider, useRunProgress } from '@payroll/sdk/react';
import { useEffect, useMemo } from 'react';

export interface LiveRunProps {
  runId: string;
  endpoint: string;
  /** What the server knew when it rendered the page. */
  before: { status: string; doneCount: number };
}

/** Continues in the browser where the server's page ends. The signed-in user's token comes from the page's own server. */
export function LiveRun({ runId, endpoint, before }: LiveRunProps) {
  const client = useMemo(
    () => new PayrollClient({ endpoint, token: async () => (await fetch('/api/payroll-token')).text() }),
    [endpoint],
  );
  useEffect(() => () => client.close(), [client]);
  return (
    <PayrollProvider client={client}>
      <Progress runId={runId} before={before} />
    </PayrollProvider>
  );
}

function Progress({ runId, before }: Pick<LiveRunProps, 'runId' | 'before'>) {
  const { progress, error } = useRunProgress(runId);
  if (error) return <p role="alert">{error instanceof Error ? error.message : 'The run cannot be watched.'}</p>;
  const { status, doneCount } = progress ?? before;
  return (
    <p role="status">
      {status ?? before.status}, {doneCount} done
    </p>
  );
}
