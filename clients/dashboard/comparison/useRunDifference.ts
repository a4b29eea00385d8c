import { useMemo, useState } from 'react';
import { RunDifferenceDocument, type RunDifferenceQuery } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { PagedList, type PagedListState } from '../api/PagedList.ts';
import { usePagedList } from '../api/usePagedList.ts';

export type RunDifference = NonNullable<RunDifferenceQuery['diffPayrollRuns']>;
export type EmployeeDifference = RunDifference['employees'][number];

export const EMPLOYEES_AT_ONCE = 25;

export interface RunDifferenceState extends PagedListState<EmployeeDifference> {
  list: PagedList<EmployeeDifference>;
  /** Everything but the employees; undefined until it is read. */
  head: RunDifference | undefined;
}

/** A run beside the last paid one of its group, employee by employee. */
export function useRunDifference(runId: string, revision: string): RunDifferenceState {
  const [head, setHead] = useState<RunDifference>();
  const list = useMemo(
    () =>
      new PagedList<EmployeeDifference>(EMPLOYEES_AT_ONCE, async (after) => {
        const { diffPayrollRuns } = await execute(RunDifferenceDocument, { runId, first: EMPLOYEES_AT_ONCE, after });
        if (!diffPayrollRuns) return { nodes: [], pageInfo: { hasNextPage: false } };
        setHead(diffPayrollRuns);
        return { nodes: diffPayrollRuns.employees, pageInfo: diffPayrollRuns.pageInfo };
      }),
    [runId],
  );
  return { ...usePagedList(list, revision), list, head };
}
