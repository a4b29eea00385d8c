import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type {
  MutationUpsertOpeningBalancesArgs,
  UpsertOpeningBalancesPayload,
} from '../../clients/generated/schema.ts';
import { commandRequest, resultOf } from '../command.ts';

export function request(ctx: Context<MutationUpsertOpeningBalancesArgs>): LambdaRequest {
  return commandRequest(ctx);
}

export function response(ctx: Context<MutationUpsertOpeningBalancesArgs>): UpsertOpeningBalancesPayload {
  return resultOf(ctx) as UpsertOpeningBalancesPayload;
}
