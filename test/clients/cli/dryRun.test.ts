import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CATALOG } from '../../../clients/cli/catalog.ts';
import { callCli } from './callCli.ts';
import { type RecordingService, recordingService } from './recordingService.ts';
import { shellWords } from './shellWords.ts';

/* With --dry-run no command changes anything, whatever it is and however it was called. */

const ACCOUNT_NUMBER = '9876543210';
const money = { amount: '10.00', currency: 'USD' };
const payGroup = {
  payGroupId: 'weekly',
  name: 'Warehouse',
  frequency: 'WEEKLY',
  anchorDate: '2026-01-05',
  payDateOffsetDays: 5,
  approvalPolicy: 'REQUIRED',
  startsAutomatically: false,
  cutOff: { daysAfterPeriodEnd: 1, timeOfDay: '05:00', timeZone: 'America/New_York' },
  fundingAccountId: null,
  version: 1,
};
const totals = ['grossPay', 'employeeTaxes', 'deductions', 'reimbursements', 'netPay', 'employerTaxes'];
const payrollRun = {
  runId: 'run_2a',
  status: 'AWAITING_APPROVAL',
  calculationHash: '9f86d0',
  controlTotals: Object.fromEntries(totals.map((name) => [name, money])),
  period: {},
};

let service: RecordingService;
let directory: string;
beforeAll(async () => {
  service = await recordingService({ PayGroupInFull: { payGroup }, PayrollRun: { payrollRun } });
  directory = mkdtempSync(join(tmpdir(), 'payroll-dry-run-'));
  writeFileSync(
    join(directory, 'employees.csv'),
    'externalId,payGroupId,givenName,familyName,hireDate,workState,depositRoutingNumber,depositAccountNumber\n' +
      `7,weekly,Ana,Chen,2021-03-15,TX,011000015,${ACCOUNT_NUMBER}\n`,
  );
  writeFileSync(join(directory, 'RETURNS.ach'), '101 \n');
  writeFileSync(join(directory, 'hours.csv'), 'externalId,hoursWeek1\n7,40\n');
});
afterAll(() => {
  service.close();
  rmSync(directory, { recursive: true, force: true });
});

const changing = CATALOG.flatMap(({ commands }) => commands).filter(({ effect }) => effect !== undefined);

test.each(changing.map(({ name, examples: [example] }) => [name, example] as const))('%s', async (_name, example) => {
  const words = shellWords(example).map((word) =>
    /\.(csv|ach)$/.test(word) && !/^(register|wages)/.test(word) ? join(directory, word) : word,
  );
  const env = { ...service.env, PAYROLL_ACCOUNT_NUMBER: ACCOUNT_NUMBER };
  const { exitCode, stdout, stderr } = await callCli([...words, '--dry-run', '--json', '--key', 'chosen'], { env });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  const unsent = JSON.parse(stdout) as { variables: { input: { idempotencyKey: string } } };
  expect(unsent).toMatchObject({ dryRun: true, operation: expect.stringMatching(/^[A-Z]\w+$/) });
  expect(unsent.variables.input.idempotencyKey).toMatch(/^chosen/);
  expect(stdout).not.toContain(ACCOUNT_NUMBER);
  expect(service.received.filter((operation) => operation.startsWith('mutation'))).toEqual([]);
});

test('most of them need no service for it', async () => {
  const env = { PAYROLL_GRAPHQL_URL: 'http://127.0.0.1:9/graphql', PAYROLL_TOKEN: 'key secret' };
  const words = ['runs', 'start', '--group', 'weekly', '--period', '2026-11-09', '--dry-run'];
  const { exitCode, stdout } = await callCli(words, { env });
  expect({ exitCode, stdout }).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('StartPayrollRun') });
});

test('what a changed pay group leaves out stays as it is', async () => {
  const words = [
    'schedules',
    'set',
    'weekly',
    '--start',
    'automatic',
    '--cut-off-time',
    '17:00',
    '--dry-run',
    '--json',
  ];
  const { stdout } = await callCli(words, service);
  const { variables } = JSON.parse(stdout) as { variables: { input: object } };
  expect(variables.input).toMatchObject({
    name: 'Warehouse',
    payDateOffsetDays: 5,
    startsAutomatically: true,
    cutOff: { daysAfterPeriodEnd: 1, timeOfDay: '17:00' },
  });
});
