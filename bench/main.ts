/**
 * `npm run bench [-- --json]`: the figures of one machine side by side in one run. Each file in this folder says what it
 * measures and what not, and runs alone too.
 */
import { dashboard } from './dashboard.ts';
import { fanOut } from './fanOut.ts';
import { benchGrossToNet } from './grossToNet.ts';
import { importFigures } from './importEmployees.ts';
import { costPerThousandEmployees } from './costPerRun.ts';
import { startCalls } from './startCalls.ts';
import { wholeRun } from './wholeRun.ts';

const kernel = benchGrossToNet();
const runs = [await wholeRun(1_000), await wholeRun(10_000)];
const imports = [await importFigures(1_000), await importFigures(10_000)];
const starts = await startCalls();
const delivered = await fanOut();
const seen = await dashboard();
const cost = costPerThousandEmployees(runs.at(-1)?.operationsPerThousandEmployees ?? {});

if (process.argv.includes('--json'))
  console.log(
    JSON.stringify({ kernel, runs, imports, starts, delivered, dashboard: seen, costPerThousandEmployeesUsd: cost }),
  );
else {
  console.log('Gross to net, one core');
  console.table(kernel);
  console.log('Whole run');
  console.table(
    runs.map(({ employees, durationMs, employeesPerSecond, cpuMs, peakMemoryMegabytes, controlTotalsMatch }) => ({
      employees,
      durationMs,
      employeesPerSecond,
      cpuMs,
      peakMemoryMegabytes,
      controlTotalsMatch,
    })),
  );
  console.log('In each status, ms, and what AWS would count for a thousand employees');
  console.table(
    runs.map(({ employees, hopsMs, operationsPerThousandEmployees }) => ({
      employees,
      ...hopsMs,
      ...operationsPerThousandEmployees,
    })),
  );
  console.log('Imports of files of employees with accounts and of their hours, and of the same files again');
  console.table(imports);
  console.log('startPayrollRun, 50 callers at once');
  console.table(starts);
  console.log('Fan-out of progress messages');
  console.table(delivered);
  console.log('The dashboard in the browser');
  console.table(seen);
  console.log('USD for a thousand employees at published prices');
  console.table(cost);
}
