/**
 * An import of sample employees with their accounts as one file, into an empty company, in a process of its own, and the same
 * file again.
 *
 * Measured: wall time, processor time of all threads, peak memory of the process (which also makes the file), write units as
 * DynamoDB would count them. Not measured: hours, and AWS itself. On a machine that does other work, compare processor time.
 *
 *     node bench/importEmployees.ts [employees ...]
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { importEmployeesFile } from '../clients/sdk/importEmployees.ts';
import { countedOperations } from '../demo/countedOperations.ts';
import { freePort } from '../demo/freePort.ts';
import { sampleEmployees } from '../demo/sampleEmployees.ts';
import { SAMPLE_USERS } from '../demo/sampleUsers.ts';
import { seedSampleCompany } from '../demo/seedSampleCompany.ts';
import { startEngine } from '../demo/startEngine.ts';

export interface ImportFigures {
  employees: number;
  durationMs: number;
  cpuMsPerEmployee: number;
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
  const once = async (idempotencyKey: string) => {
    const rows = [...sampleEmployees(employees)].map(({ employee }) => employee);
    const units = countedOperations(aws)['writeUnits'] ?? 0;
    const cpu = process.cpuUsage();
    const startedAt = performance.now();
    const results = await importEmployeesFile(admin, rows, { idempotencyKey });
    const durationMs = Math.round(performance.now() - startedAt);
    const { user, system } = process.cpuUsage(cpu);
    const refused = results.find(({ outcome }) => outcome === 'REFUSED');
    if (refused) throw new Error(`${refused.externalId}: ${refused.userErrors[0]?.message}`);
    const writeUnits = (countedOperations(aws)['writeUnits'] ?? 0) - units;
    return { durationMs, cpuMs: (user + system) / 1_000, writeUnits };
  };
  const first = await once('first');
  const again = await once('again');
  await aws.stop();
  rmSync(dataDirectory, { recursive: true, force: true });
  const each = (figure: number) => Math.round((figure / employees) * 1_000) / 1_000;
  return {
    employees,
    durationMs: first.durationMs,
    cpuMsPerEmployee: each(first.cpuMs),
    writeUnitsPerEmployee: each(first.writeUnits),
    againMs: again.durationMs,
    againWriteUnitsPerEmployee: each(again.writeUnits),
    peakMemoryMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
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
