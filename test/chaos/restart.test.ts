import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { OnRunProgressDocument, RunProgressDocument } from '../../clients/generated/operations/graphql.ts';
import { importEmployeesFile } from '../../clients/sdk/importRows.ts';
import { PayrollClient } from '../../clients/sdk/PayrollClient.ts';
import { signIn } from '../../clients/sdk/signIn.ts';
import { isTerminal } from '../../clients/sdk/runPhases.ts';
import { watchRun } from '../../clients/sdk/watchRun.ts';
import { freePort } from '../../demo/freePort.ts';
import { SAMPLE_PAY_GROUP_ID } from '../../demo/sampleEmployees.ts';
import { SAMPLE_PASSWORD, SAMPLE_USERS } from '../../demo/sampleUsers.ts';
import { seedSampleCompany } from '../../demo/seedSampleCompany.ts';
import { executionStatus } from '../acceptance/executionStatus.ts';
import {
  approve,
  cancel,
  openPayrollOffice,
  type PayrollOffice,
  readRun,
  startRun,
} from '../acceptance/payrollOffice.ts';
import { readRunInTable, shownTotals } from '../acceptance/payrollTable.ts';

/* The process is killed (SIGKILL, no farewell), and another one goes on where it was, from the data directory alone. */

/** What `engineProcess.ts` tells. */
interface Ready {
  endpoint: string;
  userPoolClientId: string;
}

let dataDirectory: string;
let port: number;
let engine: ChildProcess | undefined;
let admin: PayrollClient | undefined;
let office: PayrollOffice | undefined;

beforeEach(async () => {
  dataDirectory = mkdtempSync(join(tmpdir(), 'payroll-restart-'));
  port = await freePort();
});
afterEach(async () => {
  admin?.close();
  engine?.kill('SIGKILL');
  await office?.close();
  [admin, engine, office] = [undefined, undefined, undefined];
  rmSync(dataDirectory, { recursive: true, force: true });
});

/** Starts the service in a child process, with a company of so many employees, and answers its administrator's client. */
async function startEngineProcess(employees: number): Promise<{ admin: PayrollClient; engine: ChildProcess }> {
  engine = fork(join(import.meta.dirname, 'engineProcess.ts'), [dataDirectory, String(port)], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const died = once(engine, 'exit').then(([status]) => Promise.reject(new Error(`the service ended with ${status}`)));
  died.catch(() => {}); // later it is killed on purpose
  const [ready] = (await Promise.race([once(engine, 'message'), died])) as [Ready];
  admin = new PayrollClient({
    endpoint: `${ready.endpoint}/graphql`,
    token: signIn({
      userPoolEndpoint: `${ready.endpoint}/cognito-idp`,
      userPoolClientId: ready.userPoolClientId,
      username: SAMPLE_USERS.admin.username,
      password: SAMPLE_PASSWORD,
    }),
  });
  await seedSampleCompany(admin, employees, () => {});
  return { admin, engine };
}

async function kill(victim: ChildProcess): Promise<void> {
  const gone = once(victim, 'exit');
  victim.kill('SIGKILL');
  expect(await gone).toEqual([null, 'SIGKILL']);
}

test('a run whose process is killed while it is calculated is calculated to the end by the next process', async () => {
  const employees = 300;
  const before = await startEngineProcess(employees);
  const runId = await startRun(before.admin);
  await new Promise<void>((resolve, reject) => {
    const heard = () => resolve();
    before.admin.subscribe(OnRunProgressDocument, { runId }, heard, reject).then(async () => {
      const { runProgress } = await before.admin.execute(RunProgressDocument, { runId });
      if (runProgress?.closedSegmentCount) heard(); // it was told before anybody listened
    }, reject);
  });
  expect(await readRun(before.admin, runId)).toMatchObject({ status: 'CALCULATING' });
  const { runProgress } = await before.admin.execute(RunProgressDocument, { runId });
  expect(runProgress).toMatchObject({ closedSegmentCount: 1, segmentCount: 3 });
  const isWatched = Promise.withResolvers<void>();
  const watching = watchRun(before.admin, runId, { onChange: () => isWatched.resolve() });
  await isWatched.promise;
  await kill(before.engine);

  office = await openPayrollOffice({ employees: 0, dataDirectory, port });
  const view = await watching; // whoever watched before the death sees it through
  expect(view).toMatchObject({ status: 'AWAITING_APPROVAL', employeeCount: employees, doneCount: employees });
  const survived = await readRunInTable(office.aws, runId);
  expect(survived.employees.size).toBe(employees);
  const run = await readRun(office.admin, runId);
  expect(shownTotals(run)).toEqual(survived.totals);

  await cancel(office.admin, runId);
  const undisturbedRunId = await startRun(office.admin, { sequence: 2 });
  await watchRun(office.admin, undisturbedRunId);
  const undisturbed = await readRunInTable(office.aws, undisturbedRunId);
  expect(survived.totals).toEqual(undisturbed.totals);
  expect(survived.items).toEqual(undisturbed.items);
  expect((await readRun(office.admin, undisturbedRunId)).calculationHash).toBe(run.calculationHash);
});

test('a run whose process is killed while it awaits approval can be approved afterwards', async () => {
  const before = await startEngineProcess(20);
  const runId = await startRun(before.admin);
  await watchRun(before.admin, runId);
  const seen = await readRun(before.admin, runId);
  expect(seen.status).toBe('AWAITING_APPROVAL');
  await kill(before.engine);

  office = await openPayrollOffice({ employees: 0, dataDirectory, port });
  const { aws, admin: adminAgain, approver } = office;
  expect(await readRun(adminAgain, runId)).toEqual(seen);
  expect(await executionStatus(aws, runId)).toBe('RUNNING');
  expect(await approve(approver, runId)).toMatchObject({ run: { status: 'APPROVED' }, userErrors: [] });
  expect(await watchRun(adminAgain, runId, { until: isTerminal })).toMatchObject({ status: 'PAID' });
  await expect.poll(() => executionStatus(aws, runId)).toBe('SUCCEEDED');
});

test('an import whose process is killed in its middle is ended by the next process, with nobody twice', async () => {
  const before = await startEngineProcess(1);
  const employees = Array.from({ length: 6_500 }, (_, index) => ({
    externalId: `K${index}`,
    payGroupId: SAMPLE_PAY_GROUP_ID,
    givenName: 'Ada',
    familyName: 'Newcomer',
    hireDate: '2025-03-15',
    workState: 'WA',
  }));
  const died = once(before.engine, 'exit');
  const waiting = importEmployeesFile(before.admin, employees, { idempotencyKey: 'killed' });
  waiting.catch(() => {}); // who waited may give up before the next process answers
  expect(await died).toEqual([null, 'SIGKILL']);

  office = await openPayrollOffice({ employees: 0, dataDirectory, port });
  const results = await importEmployeesFile(office.admin, employees, { idempotencyKey: 'killed' });
  expect(results.map(({ externalId }) => externalId)).toEqual(employees.map(({ externalId }) => externalId));
  expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['CREATED']));
  expect(new Set(results.map(({ employeeId }) => employeeId)).size).toBe(employees.length);
  const again = await importEmployeesFile(office.admin, employees, { idempotencyKey: 'again' });
  expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set(['UNCHANGED']));
});
