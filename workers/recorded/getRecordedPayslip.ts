import type { EmployeePayFacts } from '../../payroll/EmployeePayFacts.ts';
import { getRun } from '../../table/payrollRun.ts';
import { type CalculatedItem, getRunItem, type RunItemPlace } from '../../table/runItem.ts';
import type { Segment } from '../../workflows/payrollRun.ts';
import { factsOf } from '../calculation/factsOf.ts';
import { getFrozen } from '../calculation/getFrozen.ts';
import { getSegment } from '../manifest/getSegment.ts';

/** A payslip as a run recorded it, and the frozen facts that it was calculated from. */
export interface RecordedPayslip {
  item: CalculatedItem;
  /** Of a reversal, those of the payslip that it takes back. */
  facts: EmployeePayFacts;
  /** Of a reversal: the payslip that it takes back. */
  original?: CalculatedItem;
}

/** Reads a payslip of a run with its frozen facts; nothing when there is no such payslip. */
export async function getRecordedPayslip(place: RunItemPlace): Promise<RecordedPayslip | undefined> {
  const { companyId, runId, employeeId } = place;
  const [run, item] = await Promise.all([getRun(companyId, runId), getRunItem(place)]);
  if (!run?.manifestKey || item?.status !== 'CALCULATED') return undefined;
  const segment = await getSegment(run.manifestKey, place.segment);
  if (!segment.reverses) return { item, facts: await frozenFactsOf(segment, employeeId) };
  const original = await getRecordedPayslip({ companyId, employeeId, ...segment.reverses });
  if (!original) throw new Error(`${runId} takes back a payslip of ${employeeId} that is not there`);
  return { item, facts: original.facts, original: original.item };
}

async function frozenFactsOf(segment: Segment, employeeId: string): Promise<EmployeePayFacts> {
  const { runId } = segment;
  const entry = segment.employees.find(([id]) => id === employeeId);
  if (!entry)
    throw new Error(`${employeeId} has a payslip in ${runId}, but is not in segment ${segment.segment} of it`);
  const { employees, inputs, yearsToDate } = await getFrozen(segment, [entry]);
  const employee = employees.get(employeeId);
  const facts = employee && factsOf(segment, employee, inputs.get(employeeId), yearsToDate.get(employeeId));
  if (!facts?.ok) throw new Error(`${employeeId} has a payslip in ${runId}, but no facts: ${facts?.error.message}`);
  return facts.value;
}
