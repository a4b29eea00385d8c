import type { ApiKeysQuery } from '../../generated/operations/graphql.ts';

export type ApiKey = NonNullable<ApiKeysQuery['apiKeys']>[number];
