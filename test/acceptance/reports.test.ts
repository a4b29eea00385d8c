import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  ExportOfRunDocument,
  ExportRunDocument,
  PayslipFileDocument,
} from '../../clients/generated/operations/graphql.ts';
import type { ExportPayrollRunInput } from '../../clients/generated/schema.ts';
import type { ClockedOffice } from './clockedOffice.ts';
import { passTimeUntil } from './passTimeUntil.ts';
import { openPostingOffice, payRun, readItems } from './postingOffice.ts';

/* What leaves the service as files. */

const EMPLOYEES = 12;

let office: ClockedOffice;
let runId: string;
beforeAll(async () => {
  office = await openPostingOffice(EMPLOYEES);
  runId = await payRun(office);
});
afterAll(() => office.close());

async function ask(
  input: Pick<ExportPayrollRunInput, 'report' | 'format'>,
  idempotencyKey: string = crypto.randomUUID(),
) {
  const { exportPayrollRun } = await office.admin.execute(ExportRunDocument, {
    input: { ...input, runId, idempotencyKey },
  });
  if (!exportPayrollRun) throw new Error('the export has no answer');
  return exportPayrollRun;
}

async function finished(operationId: string) {
  const read = async () => (await office.admin.execute(ExportOfRunDocument, { operationId })).operation;
  let operation = await read();
  await passTimeUntil(office.aws, office.clock, async () => {
    operation = await read();
    return operation?.status === 'SUCCEEDED' || operation?.status === 'FAILED';
  });
  return operation;
}

async function download(url: string | null | undefined): Promise<Uint8Array> {
  const response = await fetch(url ?? '');
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

async function exported(input: Pick<ExportPayrollRunInput, 'report' | 'format'>): Promise<Uint8Array> {
  const { operation, userErrors } = await ask(input);
  expect(userErrors).toEqual([]);
  const ended = await finished(operation?.operationId ?? '');
  expect(ended).toMatchObject({ status: 'SUCCEEDED', reason: null });
  return download(ended?.url);
}

test.each(['REGISTER', 'PAYMENTS', 'JOURNAL'] as const)(
  '%s is the same rows as CSV and as JSON Lines',
  async (report) => {
    const csv = strFromU8(await exported({ report, format: 'CSV' }))
      .trimEnd()
      .split('\r\n');
    const lines = strFromU8(await exported({ report, format: 'JSONL' }))
      .trimEnd()
      .split('\n');
    const rows = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(csv[0]?.split(',')).toEqual(Object.keys(rows[0] ?? {}));
    expect(csv.length - 1).toBe(rows.length);
    if (report !== 'JOURNAL') expect(new Set(rows.map(({ employeeId }) => employeeId)).size).toBe(EMPLOYEES);
  },
);

test('all payslips of a run are one archive, a PDF each, and equal bytes when it is written again', async () => {
  const archive = await exported({ report: 'PAYSLIPS', format: 'PDF' });
  const items = await readItems(office.admin, runId);
  const files = unzipSync(archive);
  expect(Object.keys(files).sort()).toEqual(items.map(({ payslipId }) => `${payslipId}.pdf`).sort());
  for (const content of Object.values(files)) expect(strFromU8(content.subarray(0, 5))).toBe('%PDF-');
  expect(Buffer.compare(await exported({ report: 'PAYSLIPS', format: 'PDF' }), archive)).toBe(0);
});

test('an export that is asked for twice with one key is one operation', async () => {
  const first = await ask({ report: 'REGISTER', format: 'CSV' }, 'asked twice');
  const second = await ask({ report: 'REGISTER', format: 'CSV' }, 'asked twice');
  expect(second).toMatchObject({ replayed: true, operation: { operationId: first.operation?.operationId } });
});

test('a format that the report has not is refused', async () => {
  const { operation, userErrors } = await ask({ report: 'REGISTER', format: 'PDF' });
  expect(operation).toBeNull();
  expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT' }]);
});

test.each(['PDF', 'HTML'] as const)('a payslip is a %s by itself', async (format) => {
  const [item] = await readItems(office.admin, runId);
  const variables = { payslipId: item?.payslipId ?? '', format };
  const { payslipDocument } = await office.admin.execute(PayslipFileDocument, variables);
  expect(strFromU8(await download(payslipDocument?.url))).toContain(format === 'PDF' ? '%PDF-' : '<!doctype html>');
});
