import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  ExportOfRunDocument,
  ExportRunDocument,
  RecalculatePayrollRunDocument,
} from '../../clients/generated/operations/graphql.ts';
import type { ExportPayrollRunInput } from '../../clients/generated/schema.ts';
import { type ClockedOffice, openClockedOffice } from './clockedOffice.ts';
import { passTimeUntil } from './passTimeUntil.ts';
import { readRun, startRun } from './payrollOffice.ts';

/* Exports of a run that takes more than one step to write. */

/** Eleven segments, of which a step writes ten. */
const EMPLOYEES = 1010;

let office: ClockedOffice;
let runId: string;
beforeAll(async () => {
  office = await openClockedOffice(EMPLOYEES);
  runId = await startRun(office.admin);
  await office.runIs(runId, 'AWAITING_APPROVAL');
});
afterAll(() => office.close());
beforeEach(() => office.faults.clear());

type Kind = Pick<ExportPayrollRunInput, 'report' | 'format'>;

async function begin(kind: Kind, idempotencyKey: string = crypto.randomUUID()): Promise<string> {
  const input = { ...kind, runId, idempotencyKey };
  const { exportPayrollRun } = await office.admin.execute(ExportRunDocument, { input });
  expect(exportPayrollRun).toMatchObject({ userErrors: [], operation: { doneCount: 0, totalCount: 11 } });
  return exportPayrollRun?.operation?.operationId ?? '';
}

const read = async (operationId: string) =>
  (await office.admin.execute(ExportOfRunDocument, { operationId })).operation;

async function ended(operationId: string) {
  await passTimeUntil(office.aws, office.clock, async () =>
    ['SUCCEEDED', 'FAILED'].includes((await read(operationId))?.status ?? ''),
  );
  return read(operationId);
}

const download = async (url: string | null | undefined) => Buffer.from(await (await fetch(url ?? '')).arrayBuffer());

async function exported(kind: Kind): Promise<Buffer> {
  const operation = await ended(await begin(kind));
  expect(operation).toMatchObject({ status: 'SUCCEEDED', doneCount: 11, totalCount: 11 });
  return download(operation?.url);
}

test.each<Kind>([
  { report: 'REGISTER', format: 'CSV' },
  { report: 'PAYMENTS', format: 'JSONL' },
  { report: 'PAYSLIPS', format: 'HTML' },
])('an export that dies and is doubled at every step has the bytes of an undisturbed one: %o', async (kind) => {
  const undisturbed = await exported(kind);
  office.faults.order('LAMBDA_BEFORE', 'RunExport', 'CRASH');
  office.faults.order('LAMBDA_AFTER', 'RunExport', 'CRASH', 3);
  office.faults.order('EVENT_DELIVERY', 'RunExport', 'DUPLICATE', 2);
  const disturbed = await exported(kind);
  expect(office.faults.happened).toBeGreaterThanOrEqual(5);
  expect(Buffer.compare(disturbed, undisturbed)).toBe(0);
});

test('every payslip is in the archive once, also those of the last step', async () => {
  const { calculatedCount } = await readRun(office.admin, runId);
  const files = unzipSync(await exported({ report: 'PAYSLIPS', format: 'HTML' }));
  expect(Object.keys(files).length).toBe(calculatedCount);
  const last = Object.entries(files).at(-1);
  expect(strFromU8(last?.[1] ?? new Uint8Array())).toContain(last?.[0].slice(0, -'.html'.length));
});

test('an address holds for fifteen minutes and is nothing without its signature; asking again gives a new one', async () => {
  const operationId = await begin({ report: 'REGISTER', format: 'CSV' });
  const { url, urlExpiresAt } = (await ended(operationId)) ?? {};
  const response = await fetch(url ?? '');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const disposition = response.headers.get('content-disposition');
  expect(disposition).toBe(`attachment; filename="register-biweekly-2026-11-09-${runId}.csv"`);
  expect(Date.parse(urlExpiresAt ?? '') - office.clock.now()).toBeLessThanOrEqual(900_000);
  await response.arrayBuffer();

  const address = new URL(url ?? '');
  expect((await fetch(`${address.origin}${address.pathname}`)).status).toBe(403);
  address.searchParams.set('X-Amz-Expires', '86400');
  expect((await fetch(address)).status).toBe(403);
  await office.clock.advance(901_000);
  expect((await fetch(url ?? '')).status).toBe(403);
  expect((await download((await read(operationId))?.url)).length).toBeGreaterThan(0);
});

test('another company finds no export under an id that is not its own', async () => {
  const operationId = await begin({ report: 'REGISTER', format: 'CSV' });
  expect(await office.stranger.execute(ExportOfRunDocument, { operationId })).toEqual({ operation: null });
  await ended(operationId);
});

test('an export of a run that is calculated again meanwhile fails, and says what to do', async () => {
  // Its steps wait outside until the run has its second calculation.
  const gate = office.faults.hold('RunExport');
  const operationId = await begin({ report: 'REGISTER', format: 'CSV' });
  await gate.reached;
  const input = { idempotencyKey: 'again', runId, reason: 'Hours came late.' };
  await office.admin.execute(RecalculatePayrollRunDocument, { input });
  await passTimeUntil(office.aws, office.clock, async () => {
    const { status, calculation } = await readRun(office.admin, runId);
    return calculation === 2 && status === 'AWAITING_APPROVAL';
  });
  gate.letGo();
  const operation = await ended(operationId);
  expect(operation).toMatchObject({ status: 'FAILED', url: null });
  expect(operation?.reason).toMatch(/calculated again/);
  expect(await exported({ report: 'REGISTER', format: 'CSV' })).not.toHaveLength(0);
});

test('after a week the export and its file are gone', async () => {
  const kind = { report: 'REGISTER', format: 'CSV' } as const;
  const operationId = await begin(kind, 'soon gone');
  const { url } = (await ended(operationId)) ?? {};
  const key = decodeURIComponent(new URL(url ?? '').pathname).replace(/^.*?(?=exports\/)/, '');
  const bucket = String(office.aws.template.outputs['BucketName']);
  const isThere = async () => {
    const list = { prefix: key, delimiter: '', cursor: '', maxKeys: 1 };
    return office.aws.s3.list(bucket, list, office.aws.operator).objects.length === 1;
  };
  expect(await isThere()).toBe(true);
  await office.clock.advance(9 * 86_400_000);
  const admin = office.clientOf({ username: 'admin@sample.example', group: 'PayrollAdmin', companyId: 'sample' });
  await passTimeUntil(office.aws, office.clock, async () => !(await isThere()));
  expect(await admin.execute(ExportOfRunDocument, { operationId })).toEqual({ operation: null });
  const input = { ...kind, runId, idempotencyKey: 'soon gone' };
  expect((await admin.execute(ExportRunDocument, { input })).exportPayrollRun).toMatchObject({
    operation: null,
    replayed: true,
    userErrors: [{ code: 'OPERATION_NOT_FOUND' }],
  });
  admin.close();
});
