import { useEffect, useMemo, useState } from 'react';
import { PayrollRunItemsDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { PagedList, type PagedListState } from '../api/PagedList.ts';
import { usePagedList } from '../api/usePagedList.ts';
import type { RunItem } from './RunItem.ts';

/** As many as a page of the API may hold. */
const PAGE = 100;

/** Up to here one list scrolls from the first employee to the last; a longer run is looked at part by part. */
const MOST_IN_ONE_LIST = 10_000;

/** Employees in a part, so that a part is ten pages of the API and the browser never holds all of a large run. */
const WINDOW = 1_000;

interface WindowStart {
  after: string | null;
  firstRow: number;
}

export interface EmployeeWindow extends PagedListState<RunItem> {
  list: PagedList<RunItem>;
  rowCount: number;
  /** Of the part in the run, from 0. */
  firstRow: number;
  /** Whether the run is so large that it is shown in parts. */
  isPart: boolean;
  goOn: (() => void) | undefined;
  goBack: (() => void) | undefined;
}

/** The employees of a run that are in sight: all of them in one list, or one part of a large run. */
export function useEmployeeWindow(
  runId: string,
  employeeCount: number,
  doneCount: number,
  revision: string,
): EmployeeWindow {
  const [starts, setStarts] = useState<readonly WindowStart[]>([{ after: null, firstRow: 0 }]);
  const { after: start, firstRow } = starts.at(-1) ?? { after: null, firstRow: 0 };
  const list = useMemo(
    () =>
      new PagedList<RunItem>(PAGE, async (after) => {
        const { payrollRunItems } = await execute(PayrollRunItemsDocument, {
          runId,
          first: PAGE,
          after: after ?? start,
        });
        return payrollRunItems ?? { nodes: [], pageInfo: { hasNextPage: false } };
      }),
    [runId, start],
  );
  const state = usePagedList(list, revision);
  const { nodes, hasNextPage, endCursor } = state;
  const isPart = employeeCount > MOST_IN_ONE_LIST;
  // Until everything is read the list is as long as it will be, so that its scroll bar tells the truth.
  const expected = isPart ? Math.min(WINDOW, doneCount - firstRow) : doneCount;
  const rowCount = hasNextPage ? Math.max(expected, nodes.length) : nodes.length;
  // The next part begins where this one ends, so that this one is read to its end first.
  const [isLeaving, setIsLeaving] = useState(false);
  const isRead = nodes.length >= WINDOW || !hasNextPage;
  useEffect(() => {
    if (!isLeaving || !isRead) return;
    setIsLeaving(false);
    if (hasNextPage) setStarts((known) => [...known, { after: endCursor, firstRow: firstRow + nodes.length }]);
  }, [isLeaving, isRead, hasNextPage, endCursor, firstRow, nodes.length]);
  const goOn = () => {
    setIsLeaving(true);
    list.need(WINDOW);
  };
  return {
    ...state,
    list,
    rowCount,
    firstRow,
    isPart,
    goOn: isPart && hasNextPage ? goOn : undefined,
    goBack: isPart && starts.length > 1 ? () => setStarts(starts.slice(0, -1)) : undefined,
  };
}
