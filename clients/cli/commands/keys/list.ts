import { ApiKeysDocument } from '../../../generated/operations/graphql.ts';
import type { Invocation } from '../../Invocation.ts';
import { printList } from '../../printList.ts';

export async function run(invocation: Invocation<unknown>): Promise<number> {
  const { apiKeys } = await invocation.read(ApiKeysDocument, {});
  return printList(invocation, apiKeys, {
    headings: ['KEY', 'NAME', 'SCOPES', 'CREATED', 'REVOKED'],
    cells: ({ apiKeyId, name, scopes, createdAt, revokedAt }) => [
      apiKeyId,
      name,
      scopes.join(','),
      createdAt,
      revokedAt,
    ],
    none: 'There are none: "keys create" makes one.',
  });
}
