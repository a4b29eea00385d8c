import type { RunItemPlace } from '../../table/runItem.ts';

/** `slip_` and the ids of run, segment and employee, as `resolvers/runItem.ts` gives them out. */
export const payslipIdOf = ({ runId, segment, employeeId }: Omit<RunItemPlace, 'companyId'>): string =>
  `slip_${runId.slice(4)}_${segment}_${employeeId.slice(4)}`;
