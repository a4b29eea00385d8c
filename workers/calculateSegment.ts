import { calculateSegment } from './calculation/calculateSegment.ts';
import type { Segment } from '../workflows/payrollRun.ts';
import { getEmployeesAt } from '../table/employee.ts';
import { getPayrollInputsAt } from '../table/payrollInput.ts';
import { putSegment } from '../table/runItem.ts';
import { closeSegment } from '../table/runProgress.ts';
import { announceProgress } from './bus/announceProgress.ts';

/**
 * Gross to net for one segment: reads the frozen versions, calculates, writes the payslips, counts the segment once, and
 * says so. Everything before the count may be done twice with the same bytes; the count itself is one conditional write;
 * what is said twice carries the same counts.
 */
export const handler = async (segment: Segment): Promise<void> => {
  const { companyId, runId, payGroupId, period } = segment;
  const [employees, inputs] = await Promise.all([
    getEmployeesAt(
      companyId,
      segment.employees.map(([employeeId, version]) => ({ employeeId, version })),
    ),
    getPayrollInputsAt(
      companyId,
      payGroupId,
      period.startDate,
      segment.employees
        .filter(([, , version]) => version > 0)
        .map(([employeeId, , version]) => ({ employeeId, version })),
    ),
  ]);
  const { items, record } = calculateSegment(segment, employees, inputs);
  await putSegment(companyId, runId, record, items);
  const progress = await closeSegment(companyId, runId, segment.segment, record);
  await announceProgress(
    progress,
    items.map((item) =>
      item.status === 'FAILED'
        ? { employeeId: item.employeeId, status: item.status, errorCode: item.errorCode }
        : { employeeId: item.employeeId, status: item.status },
    ),
  );
};
