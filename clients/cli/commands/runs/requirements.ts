import { RequirementsDocument } from '../../../generated/operations/graphql.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';
import { runNotFound } from '../../readRun.ts';

export async function run(invocation: Invocation<{ run: string }>): Promise<number> {
  const runId = invocation.given.run;
  const { requirements } = await invocation.read(RequirementsDocument, { runId });
  if (!requirements) throw runNotFound(runId);
  invocation.print({ runId, requirements }, () =>
    requirements.length === 0
      ? 'Nothing stands in its way.'
      : requirements
          .map(({ severity, code, message, resolution }) => `${severity} ${code}: ${message}\n  ${resolution}`)
          .join('\n'),
  );
  return requirements.some(({ severity }) => severity === 'BLOCKING') ? EXIT.incomplete : EXIT.ok;
}
