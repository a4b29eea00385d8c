import { UpsertCompanyDocument } from '../../generated/operations/graphql.ts';
import type { UpsertCompanyInput } from '../../generated/schema.ts';
import { execute } from '../api/execute.ts';

/** Records what is given of the company. */
export async function saveCompany(company: Omit<UpsertCompanyInput, 'idempotencyKey'>, idempotencyKey: string) {
  const { upsertCompany } = await execute(UpsertCompanyDocument, { input: { ...company, idempotencyKey } });
  return { value: upsertCompany?.company, userErrors: upsertCompany?.userErrors ?? [] };
}
