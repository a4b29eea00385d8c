import { formatMoney, PayrollClient } from '@payroll/sdk';
import { PayrollRunDocument } from '@payroll/sdk/operations';
import { LiveRun } from './LiveRun.tsx';

const { PAYROLL_GRAPHQL_URL = 'http://127.0.0.1:4000/graphql', PAYROLL_KEY } = process.env;

/** Rendered on the server, as Next.js does with `app/runs/[runId]/page.tsx`: the key never leaves it. */
export default async function RunPage({ params }: { params: Promise<{ runId: string }> }) {
  const { runId } = await params;
  const payroll = new PayrollClient({ endpoint: PAYROLL_GRAPHQL_URL, token: `key ${PAYROLL_KEY}` });
  const { payrollRun: run } = await payroll.execute(PayrollRunDocument, { runId });
  if (!run) return <p>There is no run {runId}.</p>;
  return (
    <main>
      <h1>
        Payroll {run.period.startDate} to {run.period.endDate}
      </h1>
      {run.controlTotals && <p>Net pay {formatMoney(run.controlTotals.netPay)}</p>}
      <section id="live">
        <LiveRun
          runId={runId}
          endpoint={PAYROLL_GRAPHQL_URL}
          before={{ status: run.status, doneCount: (run.calculatedCount ?? 0) + (run.failedCount ?? 0) }}
        />
      </section>
    </main>
  );
}
