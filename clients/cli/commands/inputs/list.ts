import { PayrollInputsDocument, type PayrollInputsQuery } from '../../../generated/operations/graphql.ts';
import { columns } from '../../columns.ts';
import type { Invocation } from '../../Invocation.ts';
import { type PageGiven, printPages } from '../../printPages.ts';

type PayrollInput = NonNullable<PayrollInputsQuery['payrollInputs']>['nodes'][number];

const HEADINGS = ['NUMBER', 'NAME', 'SOURCE', 'HOURS BY WEEK', 'EARNINGS', 'UNPAID DAYS', 'VERSION', 'NOT PAID'];

export const run = (invocation: Invocation<PageGiven & { group: string; period: string }>): Promise<number> => {
  const { group: payGroupId, period: periodStartDate } = invocation.given;
  return printPages(invocation, {
    readPage: async (page) =>
      (await invocation.read(PayrollInputsDocument, { payGroupId, periodStartDate, ...page })).payrollInputs,
    table: (inputs) => columns(HEADINGS, inputs.flatMap(rows)),
    none: 'Nothing is entered for this pay group and period.',
  });
};

const rows = ({ externalId, employeeName, parts, notPaid }: PayrollInput) =>
  parts.map(({ source, hoursWorked, earnings, unpaidAbsenceDays, version }) => [
    externalId,
    employeeName,
    source,
    hoursWorked
      .map(({ week, hours, otherRates }) => `${week}: ${[hours, ...otherRates.map(atRate)].join(' + ')}`)
      .join(', '),
    earnings
      .map(({ type, amount, offCycleSequence }) => `${type} ${amount.amount}${ofRun(offCycleSequence)}`)
      .join(', '),
    unpaidAbsenceDays,
    version,
    notPaid.map(({ code }) => code).join(', '),
  ]);

const atRate = ({ hours, hourlyRate }: PayrollInput['parts'][number]['hoursWorked'][number]['otherRates'][number]) =>
  `${hours} at ${hourlyRate.amount}`;

const ofRun = (offCycleSequence: number | null | undefined) =>
  offCycleSequence === null || offCycleSequence === undefined ? '' : ` (off-cycle ${offCycleSequence})`;
