import { createHash } from 'node:crypto';
import type { EmployerTaxProfile } from '../payroll/EmployeePayFacts.ts';
import { CURRENT_RULE_SET_VERSION } from '../payroll/ruleSets.ts';
import { getCompany } from '../table/company.ts';
import { rosterOf } from '../table/employee.ts';
import { getRun, moveRun, type RunRecord } from '../table/payrollRun.ts';
import { inputVersionsOf } from '../table/payrollInput.ts';
import { newRunProgress } from '../table/runProgress.ts';
import type { PrepareOutput, RosterEntry, RunReference, Segment } from '../workflows/payrollRun.ts';
import { announceStatus } from './bus/announceStatus.ts';
import { putManifest } from './manifest/putManifest.ts';

/** About how many employees a segment holds: what a worker computes in a moment and a progress message can carry. */
const EMPLOYEES_PER_SEGMENT = 100;

const ACTOR = 'preparePayrollRun';

/**
 * Freezes a run's inputs: which employees are in it, at which version, cut into segments. What is calculated afterwards
 * follows from the manifest alone, whatever is edited meanwhile.
 */
export const handler = async ({ companyId, runId }: RunReference): Promise<PrepareOutput> => {
  const queued = await getRun(companyId, runId);
  if (!queued) throw new Error(`run ${runId} is not in the table`);
  const at = new Date().toISOString();
  const begun = await moveRun(queued, 'PREPARING', { actor: ACTOR, at });
  await announceStatus(begun.run, at);
  if (begun.run.status !== 'PREPARING') return outputOf(begun.run); // cancelled, or prepared by an earlier attempt

  const segments = await freeze(begun.run);
  const employeeCount = segments.reduce((count, { employees }) => count + employees.length, 0);
  if (employeeCount === 0) {
    const reason =
      'No employee of the pay group is employed in this period: add employees, then start the next sequence.';
    const ended = await moveRun(begun.run, 'FAILED', { actor: ACTOR, at, reason });
    await announceStatus(ended.run, at);
    return outputOf(ended.run);
  }
  // The manifest is named by its content: an attempt that was given up but still runs cannot change a committed one.
  const manifest = segments.map((segment) => JSON.stringify(segment)).join('\n');
  const manifestKey = `manifests/${companyId}/${runId}/${createHash('sha256').update(manifest).digest('hex')}.jsonl`;
  await putManifest(manifestKey, manifest);
  const facts = { employeeCount, segmentCount: segments.length, manifestKey };
  // Freezing a large roster takes a while, and the history tells how long.
  const readyAt = new Date().toISOString();
  const ready = await moveRun(begun.run, 'CALCULATING', { actor: ACTOR, at: readyAt }, facts, [
    newRunProgress({ companyId, runId, employeeCount, segmentCount: segments.length }),
  ]);
  await announceStatus(ready.run, readyAt);
  return outputOf(ready.run);
};

const outputOf = ({ status, manifestKey }: RunRecord): PrepareOutput => ({ status, manifestKey: manifestKey ?? '' });

async function freeze(run: RunRecord): Promise<Segment[]> {
  const { companyId, runId, payGroupId, type, sequence, period } = run;
  const company = await getCompany(companyId);
  if (!company) throw new Error(`run ${runId} has lost its company`);
  const employees: RosterEntry[] = [];
  let headcount = 0;
  for await (const bucket of rosterOf(companyId, company.employeeSequence)) {
    const employed = bucket.employees.filter(
      ({ hireDate, terminationDate }) =>
        hireDate <= period.endDate && (terminationDate === undefined || terminationDate >= period.startDate),
    );
    headcount += employed.length;
    const members = employed.filter((employee) => employee.payGroupId === payGroupId);
    if (members.length === 0) continue;
    const inputVersions = await inputVersionsOf(companyId, bucket.bucket, payGroupId, period.startDate);
    for (const { employeeId, version } of members)
      employees.push([employeeId, version, inputVersions.get(employeeId) ?? 0]);
  }
  const { unemployment, isFutaExempt, electedLevies } = company;
  const employer: EmployerTaxProfile = {
    unemployment,
    headcount,
    ...(isFutaExempt ? { isFutaExempt } : {}),
    ...(electedLevies?.length ? { electedLevies } : {}),
  };
  const segments: Segment[] = [];
  for (let start = 0; start < employees.length; start += EMPLOYEES_PER_SEGMENT) {
    segments.push({
      companyId,
      runId,
      payGroupId,
      segment: segments.length,
      type,
      sequence,
      period,
      employer,
      ruleSetVersion: CURRENT_RULE_SET_VERSION,
      employees: employees.slice(start, start + EMPLOYEES_PER_SEGMENT),
    });
  }
  return segments;
}
