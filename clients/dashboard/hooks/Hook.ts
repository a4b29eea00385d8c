import type { HookCallsQuery, HooksQuery } from '../../generated/operations/graphql.ts';

export type Hook = NonNullable<HooksQuery['hooks']>[number];

/** One hook's call in one run. */
export type HookCall = NonNullable<HookCallsQuery['hookCalls']>[number];
