import { PayrollRunsDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import type { Page } from '../api/PagedList.ts';
import type { Run } from '../run/Run.ts';
import { isBefore, matches, type RunFilter } from './RunFilter.ts';

/**
 * One page of the company's runs, the latest first, without those that the filter leaves out: a page may come out empty and
 * still have a next one.
 */
export async function readRunPage(filter: RunFilter, first: number, after: string | null): Promise<Page<Run>> {
  const { payrollRuns } = await execute(PayrollRunsDocument, { first, after });
  if (!payrollRuns) return { nodes: [], pageInfo: { hasNextPage: false } };
  const { nodes, pageInfo } = payrollRuns;
  const last = nodes.at(-1);
  const hasNextPage = pageInfo.hasNextPage && !(last && isBefore(filter, last));
  return { nodes: nodes.filter((run) => matches(filter, run)), pageInfo: { ...pageInfo, hasNextPage } };
}
