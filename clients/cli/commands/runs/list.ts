import { PayrollRunsDocument, type RunPartsFragment } from '../../../generated/operations/graphql.ts';
import type { PayrollRunStatus, PayrollRunType } from '../../../generated/schema.ts';
import { pages } from '../../../sdk/pages.ts';
import { columns } from '../../columns.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';

interface Given {
  status: PayrollRunStatus | undefined;
  type: PayrollRunType | undefined;
  group: string | undefined;
  from: string | undefined;
  to: string | undefined;
  first: number | undefined;
  all: boolean;
}

const HEADINGS = ['RUN', 'GROUP', 'TYPE', 'PERIOD', 'PAID', 'STATUS', 'EMPLOYEES', 'FAILED', 'NET'];
const PAGE_SIZE = 100;

/** The service lists runs by their periods; the rest of the choice is made here. */
export async function run(invocation: Invocation<Given>): Promise<number> {
  const { all, first: wanted = 20 } = invocation.given;
  const first = isChoice(invocation.given) || all ? PAGE_SIZE : Math.min(wanted, PAGE_SIZE);
  const runs: RunPartsFragment[] = [];
  const list = pages(async (after) => (await invocation.read(PayrollRunsDocument, { first, after })).payrollRuns);
  reading: for await (const { nodes } of list)
    for (const each of nodes) {
      if (isBefore(each, invocation.given.from) || (!all && runs.length === wanted)) break reading;
      if (isMeant(each, invocation.given)) runs.push(each);
    }
  invocation.print({ nodes: runs }, () =>
    runs.length === 0 ? 'There are no such runs.' : columns(HEADINGS, runs.map(cells)),
  );
  return EXIT.ok;
}

const isChoice = ({ status, type, group, to }: Given) => Boolean(status ?? type ?? group ?? to);

const isBefore = ({ period }: RunPartsFragment, from: string | undefined) =>
  from !== undefined && period.startDate < from;

const isMeant = (run: RunPartsFragment, { status, type, group, to }: Given) =>
  (status === undefined || run.status === status) &&
  (type === undefined || run.type === type) &&
  (group === undefined || run.payGroupId === group) &&
  (to === undefined || run.period.startDate <= to);

const cells = (run: RunPartsFragment) => [
  run.runId,
  run.payGroupId,
  run.type,
  run.period.startDate,
  run.period.payDate,
  run.status,
  run.employeeCount,
  run.failedCount,
  run.controlTotals?.netPay.amount,
];
