import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  ApprovePayrollRunDocument,
  RejectPayrollRunDocument,
  RevokeApiKeyDocument,
  StartPayrollRunDocument,
  UpsertEmployeesDocument,
  UpsertPayGroupDocument,
  UpsertPayrollInputsDocument,
} from '../../clients/generated/operations/graphql.ts';
import type { EmployeeInput, StartPayrollRunInput } from '../../clients/generated/schema.ts';
import type { PayrollClient } from '../../clients/sdk/PayrollClient.ts';
import { watchRun } from '../../clients/sdk/watchRun.ts';
import { SAMPLE_PAY_GROUP_ID, SAMPLE_PERIOD_START_DATE, sampleEmployees } from '../../demo/sampleEmployees.ts';
import {
  addUser,
  cancel,
  openPayrollOffice,
  type PayrollOffice,
  readRun,
  startInput,
  startRun,
} from './payrollOffice.ts';
import { dumpTable } from './payrollTable.ts';

/* What cannot be done is refused with a reason and a way on, and leaves no trace in the table. */

let office: PayrollOffice;
/** May start and approve, but not both for the same run. */
let owner: PayrollClient;
/** Started by the owner; awaits approval. */
let awaitingRunId: string;
let cancelledRunId: string;

beforeAll(async () => {
  office = await openPayrollOffice({ employees: 30 });
  const groups = ['PayrollAdmin', 'PayrollApprover'];
  owner = office.clientOf(await addUser(office.aws, { username: 'owner@sample.example', groups }));
  awaitingRunId = await startRun(owner);
  cancelledRunId = await startRun(owner, { type: 'OFF_CYCLE' });
  await cancel(owner, cancelledRunId);
  await Promise.all([watchRun(owner, awaitingRunId), watchRun(owner, cancelledRunId)]);
  // The workflow of the cancelled run may still be ending; it writes nothing more.
});
afterAll(async () => {
  owner.close();
  await office.close();
});

interface Refusal {
  code: string;
  message: string;
  field: string[] | null;
  resolution: string;
}

const start = async (client: PayrollClient, input: Partial<StartPayrollRunInput>): Promise<Refusal[]> => {
  const started = await client.execute(StartPayrollRunDocument, {
    input: startInput({ idempotencyKey: 'new', type: 'OFF_CYCLE', sequence: 3, ...input }),
  });
  expect(started.startPayrollRun).toMatchObject({ run: null, replayed: false });
  return started.startPayrollRun?.userErrors ?? [];
};

const [known] = [...sampleEmployees(1)].map(({ employee }) => employee) as [EmployeeInput];
/** Few facts, so that 26 of them pass the firewall, which takes 8 KB. */
const newcomer: EmployeeInput = {
  externalId: 'N1',
  payGroupId: SAMPLE_PAY_GROUP_ID,
  givenName: 'Ada',
  familyName: 'Newcomer',
  hireDate: '2025-03-15',
  workState: 'TX',
};
const salary = (annualSalary: string) => ({ compensation: { type: 'SALARY', annualSalary } }) as const;

/** Refusals of the call and of its rows. */
const upsert = async (client: PayrollClient, employees: EmployeeInput[], idempotencyKey = 'new') => {
  const { upsertEmployees } = await client.execute(UpsertEmployeesDocument, { input: { idempotencyKey, employees } });
  const { results = [], userErrors = [] } = upsertEmployees ?? {};
  return [...userErrors, ...results.flatMap((row) => row.userErrors)];
};

const handIn = async (client: PayrollClient, hours: string, externalId = known.externalId) => {
  const inputs = [{ externalId, hoursWorked: [{ week: 1, hours }] }];
  const period = { payGroupId: SAMPLE_PAY_GROUP_ID, periodStartDate: SAMPLE_PERIOD_START_DATE };
  const { upsertPayrollInputs } = await client.execute(UpsertPayrollInputsDocument, {
    input: { idempotencyKey: 'new', ...period, inputs },
  });
  const { results = [], userErrors = [] } = upsertPayrollInputs ?? {};
  return [...userErrors, ...results.flatMap((row) => row.userErrors)];
};

const approveRun = async (client: PayrollClient, runId: string, hash?: string) => {
  const calculationHash = hash ?? (await readRun(client, runId)).calculationHash ?? '';
  const { approvePayrollRun } = await client.execute(ApprovePayrollRunDocument, {
    input: { idempotencyKey: 'new', runId, calculationHash },
  });
  expect(approvePayrollRun).toMatchObject({ run: null, replayed: false });
  return approvePayrollRun?.userErrors ?? [];
};

const rejectRun = async (client: PayrollClient, runId: string, reason: string) => {
  const { rejectPayrollRun } = await client.execute(RejectPayrollRunDocument, {
    input: { idempotencyKey: 'new', runId, reason },
  });
  return rejectPayrollRun?.userErrors ?? [];
};

const revokeKey = async (client: PayrollClient, apiKeyId: string) => {
  const { revokeApiKey } = await client.execute(RevokeApiKeyDocument, { input: { idempotencyKey: 'new', apiKeyId } });
  return revokeApiKey?.userErrors ?? [];
};

const makeGroup = async (client: PayrollClient, payGroupId: string, anchorDate = '2026-01-05') => {
  const { upsertPayGroup } = await client.execute(UpsertPayGroupDocument, {
    input: { idempotencyKey: 'new', payGroupId, name: 'Weekly', frequency: 'WEEKLY', anchorDate },
  });
  return upsertPayGroup?.userErrors ?? [];
};

type Case = [
  name: string,
  code: string,
  /** The refused value, and the limit that it met: the message names both. */
  says: string[],
  field: string | null,
  act: () => Promise<Refusal[]>,
];

test.each<Case>([
  [
    'a period that does not exist',
    'PERIOD_NOT_FOUND',
    ['2026-11-10', '2026-11-09', '2026-11-23'],
    'periodStartDate',
    () => start(office.admin, { periodStartDate: '2026-11-10' }),
  ],
  ['a start in a company that does not exist', 'COMPANY_NOT_FOUND', ['other'], null, () => start(office.stranger, {})],
  [
    'an employee of a company that does not exist',
    'COMPANY_NOT_FOUND',
    ['other'],
    null,
    () => upsert(office.stranger, [newcomer]),
  ],
  [
    'a pay group of a company that does not exist',
    'COMPANY_NOT_FOUND',
    ['other'],
    null,
    () => makeGroup(office.stranger, 'weekly'),
  ],
  [
    'a start of an unknown pay group',
    'PAY_GROUP_NOT_FOUND',
    ['weekly'],
    'payGroupId',
    () => start(office.admin, { payGroupId: 'weekly' }),
  ],
  [
    'an employee in an unknown pay group',
    'PAY_GROUP_NOT_FOUND',
    ['weekly'],
    'payGroupId',
    () => upsert(office.admin, [{ ...newcomer, payGroupId: 'weekly' }]),
  ],
  [
    'a pay group whose id holds a key separator',
    'INVALID_INPUT',
    ['a#b', '1 to 40'],
    'payGroupId',
    () => makeGroup(office.admin, 'a#b'),
  ],
  [
    'the salary of a newcomer with three decimals',
    'INVALID_AMOUNT',
    ['52000.125', 'two decimals'],
    'compensation.annualSalary',
    () => upsert(office.admin, [{ ...newcomer, ...salary('52000.125') }]),
  ],
  [
    'a raise with three decimals',
    'INVALID_AMOUNT',
    ['52000.125', 'two decimals'],
    'compensation.annualSalary',
    () => upsert(office.admin, [{ ...known, ...salary('52000.125') }]),
  ],
  [
    'the key of an earlier start with another period',
    'IDEMPOTENCY_KEY_REUSED',
    ['start REGULAR 1', 'periodStartDate'],
    'periodStartDate',
    () => start(owner, { ...startInput(), sequence: 1, periodStartDate: '2026-11-23' }),
  ],
  [
    'the key of an earlier import with another first employee',
    'IDEMPOTENCY_KEY_REUSED',
    ['sample-employees:0:0', 'employees.0'],
    'employees.0',
    () => upsert(office.admin, [{ ...known, givenName: 'Another' }], 'sample-employees:0:0'),
  ],
  [
    'an idempotency key of 129 characters',
    'INVALID_INPUT',
    ['129', '1 to 128'],
    'idempotencyKey',
    () => start(office.admin, { idempotencyKey: 'k'.repeat(129) }),
  ],
  [
    'the approval of another calculation',
    'STALE_CALCULATION',
    ['0000'],
    'calculationHash',
    () => approveRun(office.approver, awaitingRunId, '0000'),
  ],
  [
    "the approval of one's own run",
    'SELF_APPROVAL_NOT_ALLOWED',
    ['policy'],
    null,
    () => approveRun(owner, awaitingRunId),
  ],
  [
    'the approval of a cancelled run',
    'INVALID_STATE',
    ['CANCELLED', 'AWAITING_APPROVAL'],
    'runId',
    () => approveRun(office.approver, cancelledRunId, '0000'),
  ],
  [
    'the rejection of a run that does not exist',
    'RUN_NOT_FOUND',
    ['run_0'],
    'runId',
    () => rejectRun(office.approver, 'run_0', 'No.'),
  ],
  [
    'a rejection without a reason',
    'INVALID_INPUT',
    ['""', '1 to 500'],
    'reason',
    () => rejectRun(office.approver, awaitingRunId, ''),
  ],
  [
    '1,001 employees in one call',
    'INVALID_INPUT',
    ['1001', '0 to 1000'],
    'employees',
    () =>
      upsert(
        office.admin,
        Array.from({ length: 1_001 }, (_, index) => ({ ...newcomer, externalId: `N${index}` })),
      ),
  ],
  ['no employees at all', 'INVALID_INPUT', ['0', '1 to 1000'], 'employees', () => upsert(office.admin, [])],
  ['sequence 0', 'INVALID_INPUT', ['0', '1 to 99'], 'sequence', () => start(office.admin, { sequence: 0 })],
  ['sequence 100', 'INVALID_INPUT', ['100', '1 to 99'], 'sequence', () => start(office.admin, { sequence: 100 })],
  [
    'a second regular run of a period that is not over',
    'INVALID_STATE',
    ['AWAITING_APPROVAL', 'sequence 1'],
    'sequence',
    () => start(office.admin, { type: 'REGULAR', sequence: 2 }),
  ],
  [
    'hours that no week has',
    'INVALID_INPUT',
    ['169', '0 to 168'],
    'hoursWorked.0.hours',
    () => handIn(office.admin, '169'),
  ],
  ['hours of a stranger', 'EMPLOYEE_NOT_FOUND', ['N1'], 'externalId', () => handIn(office.admin, '40', 'N1')],
  [
    'an employee who comes twice in one call',
    'INVALID_INPUT',
    [known.externalId, 'twice'],
    'externalId',
    () => upsert(office.admin, [known, known]),
  ],
  [
    'a change of an employee who was changed meanwhile',
    'VERSION_CONFLICT',
    ['7', 'version 1'],
    'expectedVersion',
    () => upsert(office.admin, [{ ...known, ...salary('52000'), expectedVersion: 7 }]),
  ],
  ['an API key that does not exist', 'API_KEY_NOT_FOUND', ['0000'], 'apiKeyId', () => revokeKey(office.admin, '0000')],
])('%s is refused with %s, and nothing is written', async (_name, code, says, field, act) => {
  const before = await dumpTable(office.aws);
  const refusals = await act();
  expect(refusals).toHaveLength(1);
  const [refusal] = refusals;
  expect(refusal).toMatchObject({ code, field: field?.split('.') ?? null });
  for (const text of says) expect(`${refusal?.message} ${refusal?.resolution}`).toContain(text);
  expect(refusal?.resolution).toMatch(/^[A-Z].{10,}\.$/);
  expect(await dumpTable(office.aws)).toEqual(before);
});
