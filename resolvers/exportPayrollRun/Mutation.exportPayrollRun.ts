import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { ExportPayrollRunPayload, MutationExportPayrollRunArgs } from '../../clients/generated/schema.ts';
import { commandRequest, resultOf } from '../command.ts';

export function request(ctx: Context<MutationExportPayrollRunArgs>): LambdaRequest {
  return commandRequest(ctx);
}

export function response(ctx: Context<MutationExportPayrollRunArgs>): ExportPayrollRunPayload {
  return resultOf(ctx) as ExportPayrollRunPayload;
}
