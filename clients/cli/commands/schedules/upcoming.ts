import { NextPayrollsDocument } from '../../../generated/operations/graphql.ts';
import { defined } from '../../../sdk/defined.ts';
import type { Invocation } from '../../Invocation.ts';
import { printList } from '../../printList.ts';
import { refuse } from '../../refuse.ts';

export async function run(invocation: Invocation<{ group: string; count: number | undefined }>): Promise<number> {
  const { group: payGroupId, count } = invocation.given;
  const { upcomingPayrolls } = await invocation.read(NextPayrollsDocument, { payGroupId, ...defined({ count }) });
  refuse(upcomingPayrolls?.userErrors ?? []);
  return printList(invocation, upcomingPayrolls?.payrolls ?? null, {
    headings: ['PERIOD', 'TO', 'PAID', 'OF YEAR', 'CUT-OFF', 'APPROVAL DUE', 'RUN', 'STATUS'],
    cells: (payroll) => [
      payroll.period.startDate,
      payroll.period.endDate,
      `${payroll.period.payDate}${payroll.payDateMovedFrom ? ` (not ${payroll.payDateMovedFrom})` : ''}`,
      `${payroll.indexInYear}/${payroll.payDatesInYear}`,
      payroll.cutOffAt,
      payroll.approvalDueAt,
      payroll.runId,
      payroll.runStatus,
    ],
    none: 'There are none.',
  });
}
