import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  EmployeesDocument,
  ExplainPayslipDocument,
  type ExplainPayslipQuery,
  PayrollRunItemsDocument,
  PayslipDocument,
  UpsertEmployeesDocument,
  VerifyPayslipDocument,
} from '../../clients/generated/operations/graphql.ts';
import { watchRun } from '../../clients/sdk/watchRun.ts';
import { sampleEmployees } from '../../demo/sampleEmployees.ts';
import { parseMoney } from '../../payroll/money.ts';
import { CURRENT_RULE_SET_VERSION } from '../../payroll/ruleSets.ts';
import { openPayrollOffice, type PayrollOffice, readRun, startRun } from './payrollOffice.ts';
import { dumpTable } from './payrollTable.ts';

/* What a run recorded can be read, proved and agreed with afterwards, by whoever may see it. */

const EMPLOYEES = 140;

let office: PayrollOffice;
let runId: string;
let payslipIds: string[];

beforeAll(async () => {
  office = await openPayrollOffice({ employees: EMPLOYEES });
  runId = await startRun(office.admin);
  await watchRun(office.admin, runId, { onChange() {} });
  payslipIds = [];
  for (let after: string | null = null, isMore = true; isMore;) {
    const answer: { payrollRunItems: ItemPage | null } = await office.admin.execute(PayrollRunItemsDocument, {
      runId,
      first: 100,
      after,
    });
    const { nodes = [], pageInfo } = answer.payrollRunItems ?? {};
    payslipIds.push(...nodes.flatMap(({ payslipId }) => (payslipId === null ? [] : [payslipId])));
    isMore = pageInfo?.hasNextPage ?? false;
    after = pageInfo?.endCursor ?? null;
  }
});
afterAll(() => office.close());

interface ItemPage {
  nodes: { payslipId: string | null }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const explain = async (payslipId: string) =>
  (await office.admin.execute(ExplainPayslipDocument, { payslipId })).explainPayslip;
const verify = async (payslipId: string) =>
  (await office.admin.execute(VerifyPayslipDocument, { payslipId })).verifyPayslip;

const centsOf = (amount: string): number => {
  const cents = parseMoney(amount, 'ANY');
  if (!cents.ok) throw new Error(cents.error.message);
  return cents.value;
};

type Explanation = NonNullable<ExplainPayslipQuery['explainPayslip']>;

/** What is wrong with the sums of an explanation, as a clerk with a pencil would find it. */
function faultOf({ lines, grossPay, netPay }: Explanation): string | undefined {
  const sums = { EARNING: 0, REIMBURSEMENT: 0, PRE_TAX_DEDUCTION: 0, TAX: 0, GARNISHMENT: 0, POST_TAX_DEDUCTION: 0 };
  for (const { kind, code, amount, steps, citation } of lines) {
    const parts = steps.filter(({ role }) => role === 'PART').reduce((sum, { value }) => sum + centsOf(value), 0);
    if (parts !== centsOf(amount.amount)) return `the parts of ${code} do not sum to it`;
    if (citation === '') return `${code} has no source`;
    if (kind !== 'EMPLOYER_TAX') sums[kind] += parts;
  }
  if (sums.EARNING !== centsOf(grossPay.amount)) return 'the earnings do not sum to the gross pay';
  const { EARNING, REIMBURSEMENT, PRE_TAX_DEDUCTION, TAX, GARNISHMENT, POST_TAX_DEDUCTION } = sums;
  const net = EARNING - PRE_TAX_DEDUCTION - TAX - GARNISHMENT - POST_TAX_DEDUCTION + REIMBURSEMENT;
  return net === centsOf(netPay.amount) ? undefined : 'the lines do not lead from gross to net';
}

test('every payslip of a run is explained to the cent, and proved by what the run froze', async () => {
  const { calculatedCount, failedCount } = await readRun(office.admin, runId);
  expect([payslipIds.length, failedCount]).toEqual([calculatedCount, 2]);
  const codes = new Set<string>();
  const found = await Promise.all(
    payslipIds.map(async (payslipId) => {
      const [explanation, verification] = await Promise.all([explain(payslipId), verify(payslipId)]);
      for (const { code } of explanation?.lines ?? []) codes.add(code);
      return explanation && verification?.matches && /^[0-9a-f]{64}$/.test(verification.hash)
        ? faultOf(explanation)
        : `${payslipId}: ${verification?.firstDifference}`;
    }),
  );
  expect(found.filter((fault) => fault !== undefined)).toEqual([]);
  expect([...codes]).toEqual(
    expect.arrayContaining(['SALARY', 'HOURLY', 'US_FIT', 'US_SS', 'SECTION_125_HEALTH', 'TRADITIONAL_401K', 'CA_SIT']),
  );
});

test('an explanation has the lines of its payslip, in the same order, each with its rule and its source', async () => {
  const payslipId = payslipIds[0] ?? '';
  const explanation = await explain(payslipId);
  const { payslip } = await office.admin.execute(PayslipDocument, { payslipId });
  const shown = explanation?.lines.map(({ kind, code, amount }) => ({ kind, code, amount }));
  expect(shown).toEqual(payslip?.lines.map(({ kind, code, amount }) => ({ kind, code, amount })));
  expect(explanation).toMatchObject({ payslipId, runId, employeeName: payslip?.employeeName, netPay: payslip?.netPay });
  for (const { words, code, ruleId, ruleSetVersion } of explanation?.lines ?? []) {
    expect(words).toContain(code);
    expect(words).toContain(ruleId);
    expect(ruleSetVersion).toBe(CURRENT_RULE_SET_VERSION);
  }
});

test('an employee who is edited after the run does not change what it recorded', async () => {
  const { employees } = await office.admin.execute(EmployeesDocument, { first: 1 });
  const edited = employees?.nodes[0];
  const model = [...sampleEmployees(EMPLOYEES)].find(({ employee }) => employee.externalId === edited?.externalId);
  if (!edited || !model) throw new Error('the first employee is not one of the sample');
  const payslipId = payslipIds.find((id) => id.endsWith(edited.employeeId.slice(4))) ?? '';
  const before = await explain(payslipId);
  const raised = {
    ...model.employee,
    workState: 'TX',
    compensation: { type: 'SALARY', annualSalary: '250000' },
  } as const;
  const { upsertEmployees } = await office.admin.execute(UpsertEmployeesDocument, {
    input: { idempotencyKey: 'a raise', employees: [raised] },
  });
  expect(upsertEmployees?.results).toMatchObject([{ outcome: 'UPDATED', version: 2 }]);
  expect(await explain(payslipId)).toEqual(before);
  expect(await verify(payslipId)).toMatchObject({ matches: true, firstDifference: null });
});

test('another company finds neither explanation nor proof under an id that is not its own', async () => {
  const payslipId = payslipIds[0] ?? '';
  expect(await office.stranger.execute(ExplainPayslipDocument, { payslipId })).toEqual({ explainPayslip: null });
  expect(await office.stranger.execute(VerifyPayslipDocument, { payslipId })).toEqual({ verifyPayslip: null });
});

test.each<[what: string, attribute: string, forge: (value: string) => unknown, difference: RegExp]>([
  ['an amount in the text', 'payslip', (text) => text.replace(/T US_FIT (\d+)/, 'T US_FIT 1'), /line \d+ .*US_FIT/],
  ['a line that was taken out', 'payslip', (text) => text.replace(/\|T US_MEDICARE[^|]*/, ''), /US_MEDICARE/],
  ['the pay date', 'payslip', (text) => text.replace('2026-11-27', '2026-11-28'), /payDate .*2026-11-28/],
  ['a text that is none', 'payslip', () => 'forged', /cannot be read/],
  ['another rule set', 'payslip', (text) => text.replace(`|${CURRENT_RULE_SET_VERSION}|`, '|2025.1|'), /2025\.1/],
  ['the net pay beside the text', 'netPayCents', () => 100_000_000, /netPay is listed as 1000000\.00/],
])('a payslip that was tampered with is found out: %s', async (_what, attribute, forge, difference) => {
  const payslipId = payslipIds.at(-1) ?? '';
  const employeeId = `emp_${payslipId.split('_')[3]}`;
  const { aws } = office;
  const item = (await dumpTable(aws)).find(({ pk, sk }) => pk.includes(runId) && sk === `ITEM#${employeeId}`);
  if (!item) throw new Error(`${payslipId} is not in the table`);
  const write = (value: unknown) =>
    aws.cloud.call(
      'DynamoDB_20120810',
      'UpdateItem',
      {
        TableName: aws.template.outputs['TableName'],
        Key: { pk: { S: item.pk }, sk: { S: item.sk } },
        UpdateExpression: 'SET #attribute = :value',
        ExpressionAttributeNames: { '#attribute': attribute },
        ExpressionAttributeValues: { ':value': typeof value === 'number' ? { N: String(value) } : { S: value } },
      },
      aws.operator,
    );
  await write(forge(String(item[attribute])));
  try {
    const verification = await verify(payslipId);
    expect(verification?.matches).toBe(false);
    expect(verification?.firstDifference).toMatch(difference);
    await expect(explain(payslipId)).rejects.toMatchObject({
      code: 'PAYSLIP_DIFFERS',
      message: verification?.firstDifference,
    });
  } finally {
    await write(item[attribute]);
  }
  expect(await verify(payslipId)).toMatchObject({ matches: true });
});
