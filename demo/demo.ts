/**
 * `npm run demo -- --employees N [--json]`: a fresh data directory, a company of N employees, and one run of it, measured
 * from the start mutation to the last message; ends with exit code 0 when the control totals match.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addUpPayslips } from './addUpPayslips.ts';
import { countedOperations, perThousand } from './countedOperations.ts';
import { freePort } from './freePort.ts';
import { blockedNotice } from '../clients/cli/blockedNotice.ts';
import { ProgressBar } from '../clients/cli/ProgressBar.ts';
import { runSamplePayroll } from './runSamplePayroll.ts';
import { SAMPLE_COMPANY_ID, SAMPLE_USERS } from './sampleUsers.ts';
import { seedSampleCompany } from './seedSampleCompany.ts';
import { startEngine } from './startEngine.ts';

const { values } = parseArgs({
  options: { employees: { type: 'string', default: '1000' }, json: { type: 'boolean', default: false } },
});
const employeeCount = Number(values.employees);
if (!Number.isInteger(employeeCount) || employeeCount < 1 || employeeCount > 1_000_000) {
  console.error(`--employees is "${values.employees}"; it must be a whole number from 1 to 1000000.`);
  process.exit(2);
}

const dataDirectory = mkdtempSync(join(tmpdir(), 'payroll-demo-'));
const { aws, clientOf } = await startEngine({
  dataDirectory,
  port: await freePort(),
  log: (line) => console.error(line),
});
const [admin, approver] = [clientOf(SAMPLE_USERS.admin), clientOf(SAMPLE_USERS.approver)];
try {
  const seeding = new ProgressBar('employees added');
  await seedSampleCompany(
    admin,
    employeeCount,
    (done) => seeding.update(done, employeeCount),
    (pauseMs) => seeding.say(blockedNotice(pauseMs)),
  );
  seeding.end();

  const running = new ProgressBar('calculated');
  const cpuBefore = process.cpuUsage();
  const operationsBefore = countedOperations(aws);
  const { run, view, calculatedMs, paidMs, hopsMs } = await runSamplePayroll(
    admin,
    approver,
    ({ doneCount, failedCount, status }) =>
      running.update(doneCount, employeeCount, `${failedCount} failed · ${status ?? ''}`),
  );
  running.end();
  const cpu = process.cpuUsage(cpuBefore);
  const addedUp = addUpPayslips(aws, SAMPLE_COMPANY_ID, run.runId);

  const result = {
    employees: employeeCount,
    paid: run.paidAt ? run.calculatedCount : 0,
    status: run.status,
    calculated: run.calculatedCount,
    failed: run.failedCount,
    /** From the start mutation to the paid and posted run. */
    durationMs: Math.round(paidMs),
    employeesPerSecond: Math.round((employeeCount / paidMs) * 1000),
    /** Of it, until the run asked for its approval. */
    calculatedMs: Math.round(calculatedMs),
    returned: run.returnedCount,
    /** Processor time of the whole process, all threads: the figure that other load on the machine does not change. */
    cpuMs: Math.round((cpu.user + cpu.system) / 1000),
    hopsMs,
    operationsPerThousandEmployees: perThousand(operationsBefore, countedOperations(aws), employeeCount),
    progressEmployees: view.employees.size,
    repeatedEmployees: view.repeatedEmployees,
    grossTotal: run.controlTotals?.grossPay.amount,
    netTotal: run.controlTotals?.netPay.amount,
    controlTotalsMatch:
      addedUp.calculated === run.calculatedCount &&
      addedUp.failed === run.failedCount &&
      addedUp.calculated + addedUp.failed === employeeCount &&
      addedUp.gross === run.controlTotals?.grossPay.amount &&
      addedUp.net === run.controlTotals.netPay.amount,
    peakMemoryMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  if (values.json) console.log(JSON.stringify(result));
  else console.table(result);
  const isPaid = run.status === 'PAID' || run.status === 'PARTIALLY_PAID';
  const isWhole = result.controlTotalsMatch && isPaid && view.employees.size === employeeCount;
  process.exitCode = isWhole ? 0 : 1;
} finally {
  admin.close();
  approver.close();
  await aws.stop();
  rmSync(dataDirectory, { recursive: true, force: true });
}
