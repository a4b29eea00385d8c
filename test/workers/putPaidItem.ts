import { putSegment } from '../../table/runItem.ts';
import { emptySums } from '../../table/runProgress.ts';

/** Puts the payslip of one employee into a run: what closes the period for them. */
export async function putPaidItem(companyId: string, runId: string, employeeId: string): Promise<void> {
  const payslip = `1|${employeeId}|REGULAR|2026-11-09|2026-11-22|2026-11-27|2026.2|hash|E SALARY 100`;
  await putSegment(companyId, runId, { ...emptySums(), segment: 0, employeeCount: 1, hash: 'hash', postings: {} }, [
    {
      status: 'CALCULATED',
      employeeId,
      employeeName: 'Ana Chen',
      payDate: '2026-11-27',
      ruleSetVersion: '2026.2',
      grossPayCents: 100,
      netPayCents: 100,
      payslip,
    },
  ]);
}
