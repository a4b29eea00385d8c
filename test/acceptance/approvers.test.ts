import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  CancelPayrollRunDocument,
  CreateApiKeyDocument,
  RecalculatePayrollRunDocument,
  RequirementsDocument,
  RetryPayrollRunItemsDocument,
  UpsertCompanyDocument,
  UpsertPayGroupDocument,
  UpsertPayrollInputsDocument,
} from '../../clients/generated/operations/graphql.ts';
import { PayrollClient } from '../../clients/sdk/PayrollClient.ts';
import { type SampleEmployee, sampleEmployees } from '../../demo/sampleEmployees.ts';
import { SAMPLE_UNEMPLOYMENT_RATES } from '../../demo/sampleStates.ts';
import { SAMPLE_USERS } from '../../demo/sampleUsers.ts';
import { answered, approveAs, type ClockedOffice, openClockedOffice, record } from './clockedOffice.ts';
import { executionStatus } from './executionStatus.ts';
import { passTimeUntil } from './passTimeUntil.ts';
import { addUser, readRun, startRun } from './payrollOffice.ts';

/* Who must approve a run, and what must be mended before anybody can. */

const EMPLOYEES = 12;
const [salaried] = [...sampleEmployees(EMPLOYEES)].filter(
  ({ employee }) => employee.compensation?.type === 'SALARY',
) as [SampleEmployee];

let office: ClockedOffice;
/** Another approver, and an administrator who may approve as well. */
let second: PayrollClient;
let starter: PayrollClient;

beforeAll(async () => {
  office = await openClockedOffice(EMPLOYEES);
  const { aws, clientOf } = office;
  second = clientOf(await addUser(aws, { username: 'second@sample.example', groups: ['PayrollApprover'] }));
  const groups = ['PayrollAdmin', 'PayrollApprover'];
  starter = clientOf(await addUser(aws, { username: 'starter@sample.example', groups }));
});
afterAll(async () => {
  for (const client of [second, starter]) client.close();
  await office.close();
});

const newKey = () => ({ idempotencyKey: crypto.randomUUID() });

const requirementsOf = async (client: PayrollClient, runId: string) =>
  (await client.execute(RequirementsDocument, { runId })).requirements ?? [];

test('a run that differs much from the last one needs two people, and what is calculated anew is approved anew', async () => {
  const { admin, approver, runIs } = office;
  const { upsertCompany } = await admin.execute(UpsertCompanyDocument, {
    input: {
      ...newKey(),
      name: 'Sample Company',
      unemploymentRates: SAMPLE_UNEMPLOYMENT_RATES,
      secondApproverAbovePercent: '10',
    },
  });
  expect(upsertCompany).toMatchObject({ company: { secondApproverAbovePercent: '10' }, userErrors: [] });

  // Nothing to compare with, and no hours were entered for October: only those on a salary are paid.
  const october = await startRun(admin, { ...newKey(), periodStartDate: '2026-10-26' });
  expect(await runIs(october, 'AWAITING_APPROVAL')).toMatchObject({ requiredApprovals: 1 });
  expect(await approveAs(approver, october)).toMatchObject({ run: { status: 'APPROVED' } });
  await runIs(october, 'PAID', 'PARTIALLY_PAID');

  const runId = await startRun(starter, newKey());
  const { calculationHash } = await runIs(runId, 'AWAITING_APPROVAL');
  expect(await requirementsOf(admin, runId)).toContainEqual(
    expect.objectContaining({ code: 'VARIANCE_ABOVE_THRESHOLD', severity: 'WARNING' }),
  );
  expect(await approveAs(starter, runId)).toMatchObject({ userErrors: [{ code: 'SELF_APPROVAL_NOT_ALLOWED' }] });
  const first = await approveAs(approver, runId);
  expect(first).toMatchObject({
    run: { status: 'AWAITING_APPROVAL', requiredApprovals: 2, approvals: [{ calculationHash }], decidedBy: null },
    userErrors: [],
  });
  expect(await approveAs(approver, runId)).toMatchObject({
    userErrors: [{ code: 'SELF_APPROVAL_NOT_ALLOWED', message: expect.stringContaining('already') as string }],
  });

  // What is calculated again was seen by nobody, though it came out the same.
  const input = { ...newKey(), runId, reason: 'Once more.' };
  answered((await admin.execute(RecalculatePayrollRunDocument, { input })).recalculatePayrollRun);
  expect(await runIs(runId, 'AWAITING_APPROVAL')).toMatchObject({ approvals: [], calculationHash, calculation: 2 });
  expect(await approveAs(second, runId)).toMatchObject({ run: { status: 'AWAITING_APPROVAL' } });
  const last = await approveAs(approver, runId);
  expect(last).toMatchObject({ run: { status: 'APPROVED' }, userErrors: [] });
  expect(last.run?.approvals).toHaveLength(2);
  await runIs(runId, 'PAID', 'PARTIALLY_PAID');
});

test('who edits an employee, enters hours, calculates again or owns the key that did may not approve the run', async () => {
  const { admin, approver, runIs, clientOf, aws } = office;
  const payGroupId = 'prepared';
  const group = { payGroupId, name: 'Prepared', frequency: 'BIWEEKLY', anchorDate: '2026-01-05' } as const;
  await admin.execute(UpsertPayGroupDocument, { input: { ...newKey(), ...group } });
  const employee = { ...salaried.employee, externalId: 'P1', payGroupId };
  expect((await record(admin, employee)).userErrors).toEqual([]);
  const period = { payGroupId, periodStartDate: '2026-10-26' };
  const other = clientOf(
    await addUser(aws, { username: 'keyholder@sample.example', groups: ['PayrollAdmin', 'PayrollApprover'] }),
  );
  const { createApiKey } = await other.execute(CreateApiKeyDocument, {
    input: { ...newKey(), name: 'Time system', scopes: ['READ', 'WRITE'] },
  });
  const timeSystem = new PayrollClient({ endpoint: `${aws.endpoint}/graphql`, token: `key ${createApiKey?.secret}` });
  const { upsertPayrollInputs } = await timeSystem.execute(UpsertPayrollInputsDocument, {
    input: { ...newKey(), ...period, inputs: [{ externalId: 'P1', earnings: [{ type: 'BONUS', amount: '100' }] }] },
  });
  expect(upsertPayrollInputs).toMatchObject({ results: [{ userErrors: [] }], userErrors: [] });

  const runId = await startRun(admin, { ...newKey(), ...period });
  await runIs(runId, 'AWAITING_APPROVAL');
  expect(await approveAs(other, runId)).toMatchObject({
    userErrors: [{ code: 'SELF_APPROVAL_NOT_ALLOWED', message: expect.stringContaining('entered hours') as string }],
  });
  // The walk around: somebody else's run, edited and calculated again by who then approves it.
  expect((await record(starter, { ...employee, compensation: { annualSalary: '880000' } })).userErrors).toEqual([]);
  const input = { ...newKey(), runId, reason: 'A raise.' };
  answered((await starter.execute(RecalculatePayrollRunDocument, { input })).recalculatePayrollRun);
  const { preparedBy } = await runIs(runId, 'AWAITING_APPROVAL');
  expect(await approveAs(starter, runId)).toMatchObject({
    userErrors: [
      {
        code: 'SELF_APPROVAL_NOT_ALLOWED',
        message: expect.stringContaining('had it calculated again, changed employees') as string,
      },
    ],
  });
  expect(preparedBy?.map(({ did }) => did)).toEqual([
    ['STARTED', 'EDITED_EMPLOYEES', 'CHANGED_SETTINGS'],
    ['ENTERED_PAY'],
    ['ENTERED_PAY'],
    ['CALCULATED_AGAIN', 'EDITED_EMPLOYEES'],
  ]);
  expect(await approveAs(approver, runId)).toMatchObject({ run: { status: 'APPROVED' }, userErrors: [] });
  await runIs(runId, 'PAID');

  // The edits that a run paid are looked at; what takes effect later is not.
  const raise = { externalId: 'P1', effectiveFrom: '2027-02-01', compensation: { annualSalary: '990000' } } as const;
  expect((await record(starter, raise)).userErrors).toEqual([]);
  const next = await startRun(admin, { ...newKey(), payGroupId });
  const { preparedBy: ofNext } = await runIs(next, 'AWAITING_APPROVAL');
  expect(ofNext?.map(({ did }) => did)).toEqual([['STARTED'], ['EDITED_EMPLOYEES']]);
  expect(await approveAs(starter, next)).toMatchObject({ userErrors: [{ code: 'SELF_APPROVAL_NOT_ALLOWED' }] });
  expect(await approveAs(other, next)).toMatchObject({ run: { status: 'APPROVED' }, userErrors: [] });
  await runIs(next, 'PAID');
  const last = await startRun(admin, { ...newKey(), payGroupId, periodStartDate: '2026-11-23' });
  await runIs(last, 'AWAITING_APPROVAL');
  expect(await approveAs(starter, last)).toMatchObject({ userErrors: [{ code: 'SELF_APPROVAL_NOT_ALLOWED' }] });

  // What the payment files will name is approved too, as it was when the run was calculated.
  const rename = (name: string) => admin.execute(UpsertCompanyDocument, { input: { ...newKey(), name } });
  await rename('Sample Company in New Hands');
  expect(await approveAs(other, last)).toMatchObject({
    userErrors: [{ code: 'STALE_CALCULATION', message: expect.stringContaining("the company's name") as string }],
  });
  await rename('Sample Company');
  expect(await approveAs(other, last)).toMatchObject({ run: { status: 'APPROVED' }, userErrors: [] });
  other.close();
  timeSystem.close();
});

test('two people approve at the same moment: both count, and the run is approved once', async () => {
  const { admin, approver, runIs } = office;
  await admin.execute(UpsertCompanyDocument, {
    input: {
      ...newKey(),
      name: 'Sample Company',
      unemploymentRates: SAMPLE_UNEMPLOYMENT_RATES,
      secondApproverAbovePercent: '0.5',
    },
  });
  // Hours are entered for the period before alone.
  const runId = await startRun(admin, { ...newKey(), periodStartDate: '2026-11-23' });
  const { calculationHash, version } = await runIs(runId, 'AWAITING_APPROVAL');
  const answers = await Promise.all(
    [approver, second].map((client) => approveAs(client, runId, String(calculationHash))),
  );
  expect(answers.map(({ userErrors }) => userErrors)).toEqual([[], []]);
  const run = await runIs(runId, 'PAID', 'PARTIALLY_PAID');
  expect(new Set(run.approvals?.map(({ actor }) => actor)).size).toBe(2);
  expect(run.version).toBeGreaterThan(version + 2);
});

test('a run in which everybody failed is blocked until somebody is mended', async () => {
  const { admin, approver, runIs } = office;
  const payGroupId = 'newcomers';
  const { upsertPayGroup } = await admin.execute(UpsertPayGroupDocument, {
    input: { ...newKey(), payGroupId, name: 'Newcomers', frequency: 'BIWEEKLY', anchorDate: '2026-01-05' },
  });
  expect(upsertPayGroup?.userErrors).toEqual([]);
  const nothing = { taxProfile: null, taxProfileBefore2020: null, noTaxProfile: null };
  const newcomer = { ...salaried.employee, externalId: 'N1', payGroupId };
  const row = await record(admin, { ...newcomer, ...nothing });
  expect(row.userErrors).toEqual([]);

  const runId = await startRun(admin, { ...newKey(), payGroupId });
  const blocked = await runIs(runId, 'BLOCKED');
  expect(await requirementsOf(admin, runId)).toMatchObject([{ code: 'ALL_EMPLOYEES_FAILED', severity: 'BLOCKING' }]);
  expect(await approveAs(approver, runId, String(blocked.calculationHash))).toMatchObject({
    run: null,
    userErrors: [{ code: 'REQUIREMENT_NOT_MET', message: expect.stringContaining('ALL_EMPLOYEES_FAILED') as string }],
  });

  await record(admin, { ...newcomer, ...nothing, taxProfile: { filingStatus: 'SINGLE' } });
  const { retryPayrollRunItems } = await admin.execute(RetryPayrollRunItemsDocument, { input: { ...newKey(), runId } });
  expect(retryPayrollRunItems?.userErrors).toEqual([]);
  expect(await runIs(runId, 'AWAITING_APPROVAL')).toMatchObject({ failedCount: 0, calculatedCount: 1 });
  const nobody = await admin.execute(RetryPayrollRunItemsDocument, { input: { ...newKey(), runId } });
  expect(nobody.retryPayrollRunItems).toMatchObject({ run: null, userErrors: [{ code: 'INVALID_STATE' }] });
  expect(await approveAs(approver, runId)).toMatchObject({ run: { status: 'APPROVED' }, userErrors: [] });
  await runIs(runId, 'PAID');
});

test('a group that is approved by policy is paid at once, but not what was edited since it was frozen', async () => {
  const { admin, approver, runIs, faults } = office;
  const group = { name: 'Automatic', frequency: 'BIWEEKLY', anchorDate: '2026-01-05' } as const;
  const payGroupId = 'automatic';
  await admin.execute(UpsertPayGroupDocument, {
    input: { ...newKey(), ...group, payGroupId, approvalPolicy: 'AUTOMATIC' },
  });
  const employee = { ...salaried.employee, externalId: 'A1', payGroupId };
  await record(admin, employee);
  const runId = await startRun(admin, { ...newKey(), payGroupId, periodStartDate: '2026-10-26' });
  expect(await runIs(runId, 'PAID')).toMatchObject({ decidedBy: 'policy' });

  const held = faults.hold('ReconcilePayrollRun');
  const next = await startRun(admin, { ...newKey(), payGroupId });
  await held.reached;
  await record(admin, { ...employee, familyName: 'Renamed' });
  held.letGo();
  expect(await runIs(next, 'AWAITING_APPROVAL')).toMatchObject({ decidedBy: null });
  expect(await approveAs(approver, next)).toMatchObject({ userErrors: [{ code: 'STALE_CALCULATION' }] });
  const input = { ...newKey(), runId: next, reason: 'With the new name.' };
  answered((await admin.execute(RecalculatePayrollRunDocument, { input })).recalculatePayrollRun);
  expect(await runIs(next, 'PAID')).toMatchObject({ decidedBy: 'policy', calculation: 2 });
});

test('a blocked run that nobody mends is cancelled after seven days', async () => {
  const { admin, runIs, clock, aws, clientOf } = office;
  const payGroupId = 'unmended';
  await admin.execute(UpsertPayGroupDocument, {
    input: { ...newKey(), payGroupId, name: 'Unmended', frequency: 'BIWEEKLY', anchorDate: '2026-01-05' },
  });
  await record(admin, { ...salaried.employee, externalId: 'N2', payGroupId, compensation: null });
  const runId = await startRun(admin, { ...newKey(), payGroupId });
  const { approvalDeadline } = await runIs(runId, 'BLOCKED');
  await clock.advanceTo(Date.parse(approvalDeadline ?? '') - 60_000);
  const later = clientOf(SAMPLE_USERS.admin); // the token of seven days ago has expired
  expect(await readRun(later, runId)).toMatchObject({ status: 'BLOCKED' });
  await passTimeUntil(aws, clock, async () => (await executionStatus(aws, runId)) !== 'RUNNING');
  expect(await readRun(later, runId)).toMatchObject({
    status: 'CANCELLED',
    statusReason: expect.stringContaining('deadline') as string,
  });
  const input = { ...newKey(), runId, reason: 'Too late.' };
  const again = await later.execute(CancelPayrollRunDocument, { input });
  expect(again.cancelPayrollRun).toMatchObject({ userErrors: [{ code: 'INVALID_STATE' }] });
  later.close();
});
