import type { PayrollRunStatus, PayrollRunType } from '../../generated/schema.ts';
import { RUN_TYPES } from '../format/runTypeInWords.ts';
import { RUN_STATUSES } from '../format/statusInWords.ts';
import type { Run } from '../run/Run.ts';

/** Which runs are listed; what is absent lets every run through. */
export interface RunFilter {
  payGroupId?: string;
  status?: PayrollRunStatus;
  type?: PayrollRunType;
  /** Of the pay date: `2026`. */
  year?: string;
}

/** Reads a filter from an address; what no run could match is left out. */
export function filterOf(query: string): RunFilter {
  const asked = new URLSearchParams(query);
  const payGroupId = asked.get('group');
  const status = RUN_STATUSES.find((known) => known === asked.get('status'));
  const type = RUN_TYPES.find((known) => known === asked.get('type'));
  const year = asked.get('year');
  return {
    ...(payGroupId ? { payGroupId } : {}),
    ...(status ? { status } : {}),
    ...(type ? { type } : {}),
    ...(year && /^\d{4}$/.test(year) ? { year } : {}),
  };
}

export function queryOf({ payGroupId, status, type, year }: RunFilter): string {
  const members = Object.entries({ group: payGroupId, status, type, year });
  return new URLSearchParams(members.filter((member): member is [string, string] => Boolean(member[1]))).toString();
}

export const matches = ({ payGroupId, status, type, year }: RunFilter, run: Run): boolean =>
  (payGroupId === undefined || run.payGroupId === payGroupId) &&
  (status === undefined || run.status === status) &&
  (type === undefined || run.type === type) &&
  (year === undefined || run.period.payDate.startsWith(year));

/** Whether neither this run nor an earlier one can match: a pay date is less than a year after its period's first day. */
export const isBefore = ({ year }: RunFilter, run: Run): boolean =>
  year !== undefined && run.period.startDate < `${Number(year) - 1}-01-01`;
