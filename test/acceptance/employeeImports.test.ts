import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  CreateImportDocument,
  DeadLettersDocument,
  EmployeesDocument,
  ImportDocument,
  OnImportUpdatedDocument,
  type OnImportUpdatedSubscription,
  RedriveDeadLettersDocument,
  StartImportDocument,
} from '../../clients/generated/operations/graphql.ts';
import type { CreateImportInput, EmployeeInput } from '../../clients/generated/schema.ts';
import { SAMPLE_PAY_GROUP_ID, SAMPLE_PERIOD_START_DATE } from '../../demo/sampleEmployees.ts';
import { type ClockedOffice, openClockedOffice } from './clockedOffice.ts';
import { passTimeUntil } from './passTimeUntil.ts';

/* Imports of files, of which a step takes two thousand rows. */

let office: ClockedOffice;
beforeAll(async () => {
  office = await openClockedOffice(1);
});
afterAll(() => office.close());
beforeEach(() => office.faults.clear());

const employee = (externalId: string, more: Partial<EmployeeInput> = {}): EmployeeInput => ({
  externalId,
  payGroupId: SAMPLE_PAY_GROUP_ID,
  givenName: 'Ada',
  familyName: 'Newcomer',
  hireDate: '2025-03-15',
  workState: 'WA',
  directDeposits: [{ accountType: 'CHECKING', routingNumber: '021000021', accountNumber: '77712345678' }],
  ...more,
});

const many = (prefix: string, count: number, more: Partial<EmployeeInput> = {}) =>
  Array.from({ length: count }, (_, index) => JSON.stringify(employee(`${prefix}${index}`, more)));

const EMPLOYEES: Pick<CreateImportInput, 'kind' | 'payGroupId' | 'periodStartDate' | 'source'> = { kind: 'EMPLOYEES' };

async function create(
  text: string,
  idempotencyKey: string = crypto.randomUUID(),
  sha256 = sha256Of(text),
  of = EMPLOYEES,
) {
  const input = { idempotencyKey, ...of, sizeBytes: Buffer.byteLength(text), sha256 };
  return (await office.admin.execute(CreateImportDocument, { input })).createImport;
}

const sha256Of = (text: string) => createHash('sha256').update(text).digest('hex');

const start = async (importId: string, client = office.admin) => {
  const input = { idempotencyKey: crypto.randomUUID(), importId };
  return (await client.execute(StartImportDocument, { input })).startImport;
};

const read = async (importId: string) => (await office.admin.execute(ImportDocument, { importId })).import;

/** Sends a file and waits for the end of its import. */
async function imported(lines: string[], of = EMPLOYEES) {
  const text = lines.join('\n');
  const created = await create(text, undefined, undefined, of);
  const importId = created?.import?.importId ?? '';
  const put = await fetch(created?.upload?.url ?? '', { method: 'PUT', body: text });
  expect(put.status).toBe(200);
  expect(await start(importId)).toMatchObject({ userErrors: [], import: { status: 'QUEUED' } });
  await ended(importId);
  const seen = await read(importId);
  const results = seen?.resultsUrl ? await (await fetch(seen.resultsUrl)).text() : '';
  const rows = results
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { seen, rows, importId };
}

const ended = (importId: string) =>
  passTimeUntil(office.aws, office.clock, async () =>
    ['SUCCEEDED', 'FAILED'].includes((await read(importId))?.status ?? ''),
  );

const objectsUnder = (prefix: string) => {
  const bucket = String(office.aws.template.outputs['BucketName']);
  const list = { prefix, delimiter: '', cursor: '', maxKeys: 100 };
  return office.aws.s3.list(bucket, list, office.aws.operator).objects.length;
};

test('good rows are taken, each bad one is refused with its line, and the file is deleted', async () => {
  const lines = [
    JSON.stringify(employee('G1')),
    'not JSON',
    '',
    JSON.stringify({ ...employee('G2'), salary: '1' }),
    JSON.stringify(employee('G1', { familyName: 'Twice' })),
    JSON.stringify(employee('G3', { payGroupId: 'unknown' })),
    JSON.stringify(employee('G4')),
  ];
  const { seen, rows } = await imported(lines);
  expect(seen).toMatchObject({
    ...{ status: 'SUCCEEDED', doneCount: 6, totalCount: 6 },
    ...{ createdCount: 2, updatedCount: 0, unchangedCount: 0, refusedCount: 4 },
  });
  expect(rows).toMatchObject([
    { line: 1, externalId: 'G1', outcome: 'CREATED' },
    { line: 2, outcome: 'REFUSED' },
    { line: 4, externalId: 'G2', outcome: 'REFUSED', userErrors: [{ field: ['salary'] }] },
    { line: 5, outcome: 'REFUSED', userErrors: [{ message: expect.stringContaining('line 1') as string }] },
    { line: 6, externalId: 'G3', outcome: 'REFUSED', userErrors: [{ code: 'PAY_GROUP_NOT_FOUND' }] },
    { line: 7, externalId: 'G4', outcome: 'CREATED' },
  ]);
  expect(JSON.stringify(rows)).not.toContain('77712345678');
  expect(objectsUnder('uploads/')).toBe(0);
});

test('an import that dies and is doubled at every step takes everybody once, and the same file again changes nothing', async () => {
  const lines = many('D', 4_500);
  office.faults.order('LAMBDA_BEFORE', 'RunImport', 'CRASH');
  office.faults.order('LAMBDA_AFTER', 'RunImport', 'CRASH', 3);
  office.faults.order('EVENT_DELIVERY', 'RunImport', 'DUPLICATE', 2);
  const { seen, rows } = await imported(lines);
  expect(office.faults.happened).toBeGreaterThanOrEqual(4);
  expect(seen).toMatchObject({ status: 'SUCCEEDED', doneCount: 4_500, createdCount: 4_500, refusedCount: 0 });
  expect(rows.map(({ line }) => line)).toEqual(lines.map((_line, index) => index + 1));
  const ids = new Set(rows.map(({ employeeId }) => employeeId));
  expect(ids.size).toBe(4_500);

  const again = await imported(lines);
  expect(again.seen).toMatchObject({ createdCount: 0, updatedCount: 0, unchangedCount: 4_500, refusedCount: 0 });

  const hours = lines.map((_line, index) => hoursOf(`D${index}`, '40'));
  office.faults.order('LAMBDA_AFTER', 'RunImport', 'CRASH', 2);
  const entered = await imported(hours, CLOCK);
  expect(entered.seen).toMatchObject({ status: 'SUCCEEDED', createdCount: 4_500, refusedCount: 0 });
  const enteredAgain = await imported(hours, CLOCK);
  expect(enteredAgain.seen).toMatchObject({ createdCount: 0, unchangedCount: 4_500, refusedCount: 0 });
});

const CLOCK = {
  kind: 'PAYROLL_INPUTS' as const,
  payGroupId: SAMPLE_PAY_GROUP_ID,
  periodStartDate: SAMPLE_PERIOD_START_DATE,
  source: 'time-clock',
};

const hoursOf = (externalId: string, hours: string) =>
  JSON.stringify({ externalId, hoursWorked: [{ week: 1, hours }] });

test('a file of hours is entered by its source for its period, and an empty row takes out what the source entered', async () => {
  await imported(many('H', 3));
  const { seen, rows } = await imported([hoursOf('H0', '40'), hoursOf('H1', '200'), hoursOf('NOBODY', '1')], CLOCK);
  expect(seen).toMatchObject({
    ...{ kind: 'PAYROLL_INPUTS', payGroupId: SAMPLE_PAY_GROUP_ID, periodStartDate: SAMPLE_PERIOD_START_DATE },
    ...{ source: 'time-clock', status: 'SUCCEEDED', createdCount: 1, refusedCount: 2 },
  });
  expect(rows).toMatchObject([
    { line: 1, externalId: 'H0', outcome: 'CREATED', version: 1 },
    { line: 2, externalId: 'H1', outcome: 'REFUSED', userErrors: [{ field: ['hoursWorked', '0', 'hours'] }] },
    { line: 3, externalId: 'NOBODY', outcome: 'REFUSED', userErrors: [{ code: 'EMPLOYEE_NOT_FOUND' }] },
  ]);
  const removed = await imported([hoursOf('H0', '38'), JSON.stringify({ externalId: 'H1' })], CLOCK);
  expect(removed.seen).toMatchObject({ updatedCount: 1, removedCount: 0, unchangedCount: 1 });
  expect((await imported([JSON.stringify({ externalId: 'H0' })], CLOCK)).seen).toMatchObject({ removedCount: 1 });
});

test.each([
  ['a period for employees', { ...CLOCK, kind: 'EMPLOYEES' as const }, 'INVALID_INPUT', 'payGroupId'],
  ['hours without a period', { kind: CLOCK.kind, payGroupId: CLOCK.payGroupId }, 'INVALID_INPUT', 'periodStartDate'],
  [
    'hours without a group',
    { kind: CLOCK.kind, periodStartDate: CLOCK.periodStartDate },
    'INVALID_INPUT',
    'payGroupId',
  ],
  ['a day within a period', { ...CLOCK, periodStartDate: '2026-11-10' }, 'PERIOD_NOT_FOUND', 'periodStartDate'],
])('%s is refused before a file is sent', async (_what, of, code, field) => {
  expect(await create('x', undefined, undefined, of)).toMatchObject({
    import: null,
    userErrors: [{ code, field: [field] }],
  });
});

test('people who may see an import see how far it is', async () => {
  const text = many('S', 3).join('\n');
  const created = await create(text);
  const importId = created?.import?.importId ?? '';
  await fetch(created?.upload?.url ?? '', { method: 'PUT', body: text });
  const told: OnImportUpdatedSubscription['onImportUpdated'][] = [];
  const stop = await office.admin.subscribe(
    OnImportUpdatedDocument,
    { importId },
    ({ onImportUpdated }) => told.push(onImportUpdated),
    () => {},
  );
  await start(importId);
  await passTimeUntil(office.aws, office.clock, () => Promise.resolve(told.at(-1)?.status === 'SUCCEEDED'));
  expect(told.map((update) => update?.doneCount)).toEqual([0, 3, 3]);
  stop();
});

test('a file that is not the announced one, and one without rows, fail with the reason, and nobody is taken', async () => {
  const before = await office.admin.execute(EmployeesDocument, { first: 1 });
  const text = many('X', 2).join('\n');
  const created = await create(text, 'other file', 'a'.repeat(64));
  const importId = created?.import?.importId ?? '';
  await fetch(created?.upload?.url ?? '', { method: 'PUT', body: text });
  await start(importId);
  await ended(importId);
  expect(await read(importId)).toMatchObject({ status: 'FAILED', createdCount: 0 });
  expect((await read(importId))?.reason).toContain('sha256');
  const empty = await imported(['', '']);
  expect(empty.seen).toMatchObject({ status: 'FAILED', totalCount: null });
  expect(await office.admin.execute(EmployeesDocument, { first: 1 })).toEqual(before);
});

test('an import begins with the file that was announced, once, and belongs to its company', async () => {
  const text = many('O', 1).join('\n');
  const created = await create(text, 'own');
  const importId = created?.import?.importId ?? '';
  expect(await start(importId)).toMatchObject({ import: null, userErrors: [{ code: 'INVALID_STATE' }] });
  const shorter = await fetch(created?.upload?.url ?? '', { method: 'PUT', body: text.slice(1) });
  expect(shorter.status).toBe(200);
  expect(await start(importId)).toMatchObject({ userErrors: [{ code: 'INVALID_STATE' }] });
  expect(await start(importId, office.stranger)).toMatchObject({ userErrors: [{ code: 'OPERATION_NOT_FOUND' }] });
  expect(await office.stranger.execute(ImportDocument, { importId })).toEqual({ import: null });
  await fetch(created?.upload?.url ?? '', { method: 'PUT', body: text });
  await start(importId);
  await ended(importId);
  expect(await start(importId)).toMatchObject({ import: { status: 'SUCCEEDED' }, replayed: true });
  expect(await create(text, 'own')).toMatchObject({ replayed: true, upload: null, import: { createdCount: 1 } });
  expect(await create('other', 'own')).toMatchObject({ userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] });
});

test.each([
  ['no bytes', { sizeBytes: 0 }, 'sizeBytes'],
  ['two gigabytes', { sizeBytes: 2_000_000_000 }, 'sizeBytes'],
  ['a hash that is none', { sha256: 'abc' }, 'sha256'],
])('%s are refused by name', async (_what, more, field) => {
  const input = { idempotencyKey: field, kind: 'EMPLOYEES' as const, sizeBytes: 1, sha256: 'a'.repeat(64), ...more };
  const { createImport } = await office.admin.execute(CreateImportDocument, { input });
  expect(createImport).toMatchObject({ import: null, userErrors: [{ code: 'INVALID_INPUT', field: [field] }] });
});

test('an import whose step was given up is listed, and redriven it is taken to its end', async () => {
  const text = many('R', 2).join('\n');
  const created = await create(text);
  const importId = created?.import?.importId ?? '';
  await fetch(created?.upload?.url ?? '', { method: 'PUT', body: text });
  office.faults.order('LAMBDA_BEFORE', 'RunImport', 'CRASH', 1_000);
  await start(importId);
  const listed = async () => (await office.admin.execute(DeadLettersDocument, {})).deadLetters ?? [];
  await passTimeUntil(office.aws, office.clock, async () => (await listed()).length > 0);
  office.faults.clear();
  expect(await listed()).toMatchObject([{ queue: 'EXPORT', runId: null }]);
  const input = { idempotencyKey: 'redrive', queue: 'EXPORT' as const };
  const { redriveDeadLetters } = await office.admin.execute(RedriveDeadLettersDocument, { input });
  expect(redriveDeadLetters).toMatchObject({ redrivenCount: 1, userErrors: [] });
  await ended(importId);
  expect(await read(importId)).toMatchObject({ status: 'SUCCEEDED', createdCount: 2 });
  expect(await listed()).toEqual([]);
});
