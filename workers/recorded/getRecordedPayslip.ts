import type { EmployeePayFacts } from '../../payroll/EmployeePayFacts.ts';
import { getRun } from '../../table/payrollRun.ts';
import { type CalculatedItem, getRunItem, type RunItemPlace } from '../../table/runItem.ts';
import { factsOf } from '../calculation/factsOf.ts';
import { getFrozen } from '../calculation/getFrozen.ts';
import { getSegment } from '../manifest/getSegment.ts';

/** A payslip as a run recorded it, and the frozen facts that it was calculated from. */
export interface RecordedPayslip {
  item: CalculatedItem;
  facts: EmployeePayFacts;
}

/** Reads a payslip of a run with its frozen facts; nothing when there is no such payslip. */
export async function getRecordedPayslip(place: RunItemPlace): Promise<RecordedPayslip | undefined> {
  const { companyId, runId, employeeId } = place;
  const [run, item] = await Promise.all([getRun(companyId, runId), getRunItem(place)]);
  if (!run?.manifestKey || item?.status !== 'CALCULATED') return undefined;
  const segment = await getSegment(run.manifestKey, place.segment);
  const entry = segment.employees.find(([id]) => id === employeeId);
  if (!entry) throw new Error(`${employeeId} has a payslip in ${runId}, but is not in segment ${place.segment} of it`);
  const { employees, inputs } = await getFrozen(segment, [entry]);
  const employee = employees.get(employeeId);
  const facts = employee && factsOf(segment, employee, inputs.get(employeeId));
  if (!facts?.ok) throw new Error(`${employeeId} has a payslip in ${runId}, but no facts: ${facts?.error.message}`);
  return { item, facts: facts.value };
}
