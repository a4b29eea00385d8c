/**
 * Two imports as files into an empty company, in a process of its own: sample employees with their accounts, then the hours of
 * one period for those who have some. Then both files again.
 *
 * Measured: wall time from the first row that is made to the last result that is read, processor time of all threads, peak
 * memory of the process (client and service together: the client holds the whole file and all results), write units as
 * DynamoDB would count them. Not measured: AWS itself. On a machine that does other work, compare processor time.
 *
 *     node bench/importEmployees.ts [employees ...]
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { importEmployeesFile, importPayrollInputsFile } from '../clients/sdk/importRows.ts';
import type { RowResult } from '../clients/sdk/upsertAll.ts';
import { countedOperations } from '../demo/countedOperations.ts';
import { freePort } from '../demo/freePort.ts';
import { SAMPLE_PAY_GROUP_ID, SAMPLE_PERIOD_START_DATE, sampleEmployees } from '../demo/sampleEmployees.ts';
import { SAMPLE_USERS } from '../demo/sampleUsers.ts';
import { seedSampleCompany } from '../demo/seedSampleCompany.ts';
import { startEngine } from '../demo/startEngine.ts';

export interface ImportFigures {
  employees: number;
  rows: number;
  durationMs: number;
  rowsPerSecond: number;
  /** Of employees alone. */
  employeesMs: number;
  cpuMsPerEmployee: number;
  /** With their hours. */
  writeUnitsPerEmployee: number;
  againMs: number;
  againWriteUnitsPerEmployee: number;
  peakMemoryMegabytes: number;
}

export async function importFigures(employees: number): Promise<ImportFigures> {
  const args = ['--disable-warning=ExperimentalWarning', import.meta.filename, '--inside', String(employees)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as ImportFigures;
}

async function measure(employees: number): Promise<ImportFigures> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'payroll-import-'));
  const { aws, clientOf } = await startEngine({ dataDirectory, port: await freePort() });
  const admin = clientOf(SAMPLE_USERS.admin);
  await seedSampleCompany(admin, 0, () => {});
  const place = { payGroupId: SAMPLE_PAY_GROUP_ID, periodStartDate: SAMPLE_PERIOD_START_DATE };
  const once = async (idempotencyKey: string) => {
    const units = countedOperations(aws)['writeUnits'] ?? 0;
    const cpu = process.cpuUsage();
    const startedAt = performance.now();
    refuseRefusals(await importEmployeesFile(admin, employeesOf(employees), { idempotencyKey }));
    const employeesMs = performance.now() - startedAt;
    const entered = await importPayrollInputsFile(admin, place, inputsOf(employees), {
      idempotencyKey: `${idempotencyKey}:hours`,
    });
    refuseRefusals(entered);
    const durationMs = performance.now() - startedAt;
    const { user, system } = process.cpuUsage(cpu);
    const writeUnits = (countedOperations(aws)['writeUnits'] ?? 0) - units;
    return { durationMs, employeesMs, rows: employees + entered.length, cpuMs: (user + system) / 1_000, writeUnits };
  };
  const first = await once('first');
  const again = await once('again');
  await aws.stop();
  rmSync(dataDirectory, { recursive: true, force: true });
  const each = (figure: number) => Math.round((figure / employees) * 1_000) / 1_000;
  return {
    employees,
    rows: first.rows,
    durationMs: Math.round(first.durationMs),
    rowsPerSecond: Math.round((first.rows / first.durationMs) * 1_000),
    employeesMs: Math.round(first.employeesMs),
    cpuMsPerEmployee: each(first.cpuMs),
    writeUnitsPerEmployee: each(first.writeUnits),
    againMs: Math.round(again.durationMs),
    againWriteUnitsPerEmployee: each(again.writeUnits),
    peakMemoryMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

function* employeesOf(count: number) {
  for (const { employee } of sampleEmployees(count)) yield employee;
}

function* inputsOf(count: number) {
  for (const { payInputs } of sampleEmployees(count)) if (payInputs) yield payInputs;
}

/** The sample data is ours: a refusal of it is a defect. */
function refuseRefusals(results: readonly RowResult[]): void {
  const refused = results.find(({ outcome }) => outcome === 'REFUSED');
  if (refused) throw new Error(`${refused.externalId}: ${refused.userErrors[0]?.message}`);
}

if (import.meta.main) {
  const [first, ...others] = process.argv.slice(2);
  if (first === '--inside') {
    console.log(JSON.stringify(await measure(Number(others[0]))));
    process.exit();
  }
  const sizes = process.argv.slice(2).map(Number);
  for (const employees of sizes.length > 0 ? sizes : [1_000, 10_000]) console.log(await importFigures(employees));
}
