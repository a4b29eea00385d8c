/**
 * A whole payroll run on this machine, from the start mutation to the last message before the approval, for several sizes,
 * each in a fresh process with a fresh data directory: every hop in its real protocol, IAM asked on each.
 *
 * Measured: wall time, processor time of all threads, peak memory, how long the run stayed in each status, and what AWS
 * would count. Not measured: adding the employees, and AWS itself. The functions start cold. Processor time varies by a
 * tenth between runs; wall time is only worth reading on a machine that does nothing else.
 *
 *     node bench/wholeRun.ts [employees ...]
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface WholeRunFigures {
  employees: number;
  durationMs: number;
  employeesPerSecond: number;
  cpuMs: number;
  hopsMs: Record<string, number>;
  operationsPerThousandEmployees: Record<string, number>;
  peakMemoryMegabytes: number;
  controlTotalsMatch: boolean;
}

export async function wholeRun(employees: number): Promise<WholeRunFigures> {
  const demo = join(import.meta.dirname, '..', 'demo', 'demo.ts');
  const args = ['--disable-warning=ExperimentalWarning', demo, '--employees', String(employees), '--json'];
  const { stdout } = await run(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 });
  const lines = stdout.trim().split('\n');
  return JSON.parse(lines.at(-1) ?? '') as WholeRunFigures;
}

if (import.meta.main) {
  const sizes = process.argv.slice(2).map(Number);
  for (const employees of sizes.length > 0 ? sizes : [1_000, 10_000]) console.log(await wholeRun(employees));
}
