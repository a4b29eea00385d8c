import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { MutationUpsertPayGroupArgs, UpsertPayGroupPayload, UserError } from '../../clients/generated/schema.ts';
import type { PayGroupRecord } from '../../table/payGroup.ts';
import { commandRequest, resultOf } from '../command.ts';
import { payGroupOf } from '../payGroup.ts';

export function request(ctx: Context<MutationUpsertPayGroupArgs>): LambdaRequest {
  return commandRequest(ctx);
}

export function response(ctx: Context<MutationUpsertPayGroupArgs>): UpsertPayGroupPayload {
  const answer = resultOf(ctx) as { payGroup?: PayGroupRecord; replayed: boolean; userErrors: UserError[] };
  const { payGroup, replayed, userErrors } = answer;
  return { payGroup: payGroup ? payGroupOf(payGroup) : null, replayed, userErrors };
}
