import type { ApiKeyScope } from '../../generated/schema.ts';

const WORDS: Readonly<Record<ApiKeyScope, string>> = { READ: 'Read', WRITE: 'Write' };

/** What a key may do. */
export const scopeInWords = (scope: ApiKeyScope): string => WORDS[scope];
