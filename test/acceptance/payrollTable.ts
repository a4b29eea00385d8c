import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { LocalAws } from 'cdk-local-engine';
import { SAMPLE_COMPANY_ID } from '../../demo/sampleUsers.ts';

export type TableItem = Record<string, unknown> & { pk: string; sk: string };

/** Every item of the table, in the order of its keys: read beside the service, as the operator of the account. */
export async function dumpTable({ cloud, operator, template }: LocalAws): Promise<TableItem[]> {
  const items: TableItem[] = [];
  let ExclusiveStartKey: unknown;
  do {
    const input = { TableName: template.outputs['TableName'], ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}) };
    const page = (await cloud.call('DynamoDB_20120810', 'Scan', { ...input, ConsistentRead: true }, operator)) as {
      Items: Record<string, AttributeValue>[];
      LastEvaluatedKey?: unknown;
    };
    for (const item of page.Items) items.push(unmarshall(item) as TableItem);
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return items.sort((a, b) => (`${a.pk} ${a.sk}` < `${b.pk} ${b.sk}` ? -1 : 1));
}

/** Every run of every company. */
export const readRunsInTable = async (aws: LocalAws): Promise<TableItem[]> =>
  (await dumpTable(aws)).filter(({ sk }) => sk === 'RUN');

/** The run's sums as anybody with a pencil would add them up: from the lines of its payslips and nothing else. */
export interface PencilTotals {
  calculatedCount: number;
  failedCount: number;
  grossPay: string;
  employeeTaxes: string;
  deductions: string;
  reimbursements: string;
  netPay: string;
  employerTaxes: string;
}

export interface RunInTable {
  /** What became of each employee, by id. An employee who is there twice throws. */
  employees: Map<string, 'CALCULATED' | 'FAILED'>;
  /** The items without their keys, by employee: what two runs over the same inputs share byte for byte. */
  items: Map<string, Record<string, unknown>>;
  totals: PencilTotals;
  /** The run's history, oldest first. */
  events: TableItem[];
}

/** Reads a run straight from the table and adds it up. */
export async function readRunInTable(
  aws: LocalAws,
  runId: string,
  companyId: string = SAMPLE_COMPANY_ID,
): Promise<RunInTable> {
  const partition = `COMPANY#${companyId}#RUN#${runId}`;
  const all = (await dumpTable(aws)).filter(({ pk }) => pk === partition || pk.startsWith(`${partition}#`));
  const employees: RunInTable['employees'] = new Map();
  const items: RunInTable['items'] = new Map();
  const cents = { E: 0, R: 0, D: 0, G: 0, P: 0, T: 0, X: 0 };
  let netPayCents = 0;
  for (const { pk, sk, failedInRun, ...item } of all) {
    if (!sk.startsWith('ITEM#')) continue;
    const employeeId = String(item['employeeId']);
    if (employees.has(employeeId)) throw new Error(`${employeeId} is in ${runId} twice: ${pk} ${String(failedInRun)}`);
    employees.set(employeeId, item['status'] as 'CALCULATED' | 'FAILED');
    items.set(employeeId, item);
    if (item['status'] !== 'CALCULATED') continue;
    netPayCents += Number(item['netPayCents']);
    for (const line of String(item['payslip']).split('|').slice(8)) {
      const [kind, , amountCents] = line.split(' ');
      cents[kind as keyof typeof cents] += Number(amountCents);
    }
  }
  const outcomes = [...employees.values()];
  return {
    employees,
    items,
    totals: {
      calculatedCount: outcomes.filter((outcome) => outcome === 'CALCULATED').length,
      failedCount: outcomes.filter((outcome) => outcome === 'FAILED').length,
      grossPay: dollars(cents.E),
      employeeTaxes: dollars(cents.T),
      deductions: dollars(cents.D + cents.G + cents.P),
      reimbursements: dollars(cents.R),
      netPay: dollars(netPayCents),
      employerTaxes: dollars(cents.X),
    },
    events: all.filter(({ sk }) => sk.startsWith('EVENT#')),
  };
}

const dollars = (amountCents: number) =>
  `${Math.trunc(amountCents / 100)}.${String(amountCents % 100).padStart(2, '0')}`;

/** The sums as the API shows them, in the same form. */
export function shownTotals(run: {
  calculatedCount: number | null;
  failedCount: number | null;
  controlTotals: Record<Exclude<keyof PencilTotals, 'calculatedCount' | 'failedCount'>, { amount: string }> | null;
}): PencilTotals | undefined {
  const { calculatedCount, failedCount, controlTotals } = run;
  if (!controlTotals) return undefined;
  const { grossPay, employeeTaxes, deductions, reimbursements, netPay, employerTaxes } = controlTotals;
  return {
    calculatedCount: calculatedCount ?? 0,
    failedCount: failedCount ?? 0,
    grossPay: grossPay.amount,
    employeeTaxes: employeeTaxes.amount,
    deductions: deductions.amount,
    reimbursements: reimbursements.amount,
    netPay: netPay.amount,
    employerTaxes: employerTaxes.amount,
  };
}
