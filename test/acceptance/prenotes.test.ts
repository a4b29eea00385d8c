import { afterAll, beforeAll, expect, test } from 'vitest';
import { VirtualClock } from 'cdk-local-engine';
import { DirectDepositsDocument } from '../../clients/generated/operations/graphql.ts';
import { upsertAllEmployees } from '../../clients/sdk/upsertAll.ts';
import { handInReturns, readOutbox } from '../../demo/sampleBank.ts';
import { sampleEmployees } from '../../demo/sampleEmployees.ts';
import { AchFileChecker } from '../payroll/payments/AchFileChecker.ts';
import { enter } from './clockedOffice.ts';
import { passTimeUntil } from './passTimeUntil.ts';
import { accountOf, openPayingOffice, readFiles, readPayments, recordDeposits } from './payingOffice.ts';
import { approve, type PayrollOffice, readRun, startRun } from './payrollOffice.ts';
import { dumpTable } from './payrollTable.ts';

/* A company that tries accounts out: first a prenote without money, three banking days later wages. */

const EMPLOYEES = 6;
const deposits = (number: number) => [
  number === 3 ? { ...accountOf(3), accountNumber: 'R0400003' } : accountOf(number),
];

const clock = new VirtualClock(Date.parse('2026-11-23T15:00:00Z'));
let office: PayrollOffice;

beforeAll(async () => {
  office = await openPayingOffice({ employees: EMPLOYEES, clock, sendsPrenotes: true, directDeposits: deposits });
  for (const { employee, payInputs } of sampleEmployees(EMPLOYEES)) {
    const bonuses = [1, 2].map((offCycleSequence) => ({
      type: 'BONUS' as const,
      amount: '500',
      isDiscretionary: true,
      offCycleSequence,
    }));
    const earnings = [...(payInputs?.earnings ?? []), ...bonuses];
    expect(await enter(office.admin, { ...payInputs, externalId: employee.externalId, earnings })).toMatchObject({
      userErrors: [],
    });
  }
});
afterAll(() => office.close());

/** Runs a payroll to its end and answers how its payments went and what the bank got. */
async function pay(input: Parameters<typeof startRun>[1]) {
  const until = (status: string[]) =>
    passTimeUntil(office.aws, clock, async () => status.includes((await readRun(office.admin, runId)).status));
  const runId = await startRun(office.admin, input);
  await until(['AWAITING_APPROVAL']);
  await approve(office.approver, runId);
  await until(['PAID', 'PARTIALLY_PAID']);
  const methods = new Map(
    (await readPayments(office.admin, runId)).map(({ employeeId, method }) => [
      Number(employeeId.slice(4, 12)) + 1,
      method,
    ]),
  );
  const outbox = await readOutbox(office.aws);
  const texts = (await readFiles(office.admin, runId)).map(({ paymentFileId }) => outbox.get(paymentFileId) ?? '');
  for (const text of texts) expect(new AchFileChecker(text).complaints).toEqual([]);
  const entries = texts.flatMap((text) => text.split('\n').filter((line) => line.startsWith('6')));
  return {
    methods,
    codes: entries.map((line) => line.slice(1, 3)),
    cents: entries.map((line) => Number(line.slice(29, 39))),
  };
}

test('an account that is new gets a prenote, and its employee a check', async () => {
  const { methods, codes, cents } = await pay({});
  expect([...methods.values()]).toEqual(new Array(EMPLOYEES).fill('CHECK'));
  // Checking and savings: every third account is a savings account.
  expect(codes).toEqual(['23', '23', '33', '23', '23', '33']);
  expect(cents).toEqual(new Array(EMPLOYEES).fill(0));
  const employees = (await dumpTable(office.aws)).filter(({ sk }) => sk.startsWith('EMPLOYEE#'));
  expect(employees.flatMap(({ directDeposits }) => directDeposits)).toMatchObject(
    Array.from({ length: EMPLOYEES }, () => ({ prenotedOn: '2026-11-27' })),
  );
});

test('a prenote that the bank returned is recorded once, on the account that it was for', async () => {
  await handInReturns(office.aws, office.admin);
  await handInReturns(office.aws, office.admin);
  const employees = (await dumpTable(office.aws)).filter(({ sk }) => sk.startsWith('EMPLOYEE#'));
  const returned = employees.flatMap(({ directDeposits }) => directDeposits as { prenoteReturnCode?: string }[]);
  expect(returned.map(({ prenoteReturnCode }) => prenoteReturnCode).filter(Boolean)).toEqual(['R04']);
});

test('an account is tried out once, and waits three banking days', async () => {
  const { methods, codes } = await pay({ type: 'OFF_CYCLE', sequence: 1 });
  expect([...methods.values()]).toEqual(new Array(EMPLOYEES).fill('CHECK'));
  expect(codes).toEqual([]);
});

test('after them it gets wages, unless its prenote came back; another account begins anew', async () => {
  await recordDeposits(office.admin, 2, (number) => [accountOf(number === 2 ? 202 : number)], 'moved');
  const { methods, codes } = await pay({ type: 'OFF_CYCLE', sequence: 2, payDate: '2026-12-02' });
  expect(Object.fromEntries(methods)).toEqual({
    1: 'DIRECT_DEPOSIT',
    2: 'CHECK',
    3: 'CHECK',
    4: 'DIRECT_DEPOSIT',
    5: 'DIRECT_DEPOSIT',
    6: 'DIRECT_DEPOSIT',
  });
  expect(codes).toEqual(['22', '23', '22', '22', '32']);
});

test('accounts that are sent again, or left out, stay as they are; the office sees their ends alone', async () => {
  const [{ employee } = { employee: undefined }] = sampleEmployees(1);
  if (!employee) throw new Error('there is no sample employee');
  const upsert = async (idempotencyKey: string, change: object) =>
    (await upsertAllEmployees(office.admin, [{ ...employee, ...change }], { idempotencyKey }))[0];
  expect(await upsert('the same', { directDeposits: deposits(1) })).toMatchObject({ outcome: 'UNCHANGED' });
  const { directDeposits: _left, ...leftOut } = employee;
  const [unchanged] = await upsertAllEmployees(office.admin, [leftOut], { idempotencyKey: 'left out' });
  expect(unchanged).toMatchObject({ outcome: 'UNCHANGED' });
  const read = async () => {
    const { employee: found } = await office.admin.execute(DirectDepositsDocument, {
      employeeId: unchanged?.employeeId ?? '',
    });
    return found?.directDeposits;
  };
  expect(await read()).toMatchObject([{ split: 1, maskedAccountNumber: '****0001', takesRemainder: true }]);
  expect(await upsert('by check', { directDeposits: [] })).toMatchObject({ outcome: 'UPDATED' });
  expect(await read()).toEqual([]);
});
