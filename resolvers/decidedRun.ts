import type { Context } from '@aws-appsync/utils';
import type { PayrollRun, UserError } from '../clients/generated/schema.ts';
import type { RunRecord } from '../table/payrollRun.ts';
import { resultOf } from './command.ts';
import { payrollRunOf } from './payrollRun.ts';

/** What the workers that start and decide runs answer. */
export interface DecidedRun {
  run?: RunRecord;
  replayed: boolean;
  userErrors: UserError[];
}

/** The payload of those mutations. */
export function decidedRunOf(ctx: Context): { run: PayrollRun | null; replayed: boolean; userErrors: UserError[] } {
  const { run, replayed, userErrors } = resultOf(ctx) as DecidedRun;
  return { run: run ? payrollRunOf(run) : null, replayed, userErrors };
}
