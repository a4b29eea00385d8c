import { useCallback } from 'react';
import { RequirementsDocument, type RequirementsQuery } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { type Answer, useAnswer } from '../api/useAnswer.ts';
import type { Run } from './Run.ts';

export type Requirement = NonNullable<RequirementsQuery['requirements']>[number];

/** What stands in the way of a calculated run; read again with each change of it. */
export function useRequirements({ runId, version }: Run): Answer<readonly Requirement[]> {
  const read = useCallback(async () => (await execute(RequirementsDocument, { runId })).requirements ?? [], [runId]);
  return useAnswer(read, String(version));
}
