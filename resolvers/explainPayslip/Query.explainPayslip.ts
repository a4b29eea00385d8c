import { type Context, type LambdaRequest, util } from '@aws-appsync/utils';
import type { PayslipExplanation, QueryExplainPayslipArgs } from '../../clients/generated/schema.ts';
import { resultOf } from '../command.ts';
import { invokeForPayslip } from '../recordedPayslip.ts';
import { placeOf } from '../runItem.ts';

/** What the worker answers: one of both. */
interface Answer {
  explanation: PayslipExplanation;
  firstDifference?: string;
}

export function request(ctx: Context<QueryExplainPayslipArgs>): LambdaRequest {
  return invokeForPayslip(ctx);
}

export function response(ctx: Context<QueryExplainPayslipArgs>): PayslipExplanation | null {
  const answer = resultOf(ctx) as Answer | null;
  if (!answer) return null;
  if (answer.firstDifference) util.error(answer.firstDifference, 'PAYSLIP_DIFFERS');
  const { payslipId } = ctx.args;
  return { ...answer.explanation, payslipId, runId: placeOf(payslipId).runId };
}
