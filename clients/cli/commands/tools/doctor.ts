import type { Check, Finding } from '../../doctor/Check.ts';
import { clockSkew } from '../../doctor/clockSkew.ts';
import { engineReachable } from '../../doctor/engineReachable.ts';
import { firewallReachable } from '../../doctor/firewallReachable.ts';
import { nodeVersion } from '../../doctor/nodeVersion.ts';
import { schemaFits } from '../../doctor/schemaFits.ts';
import { signsIn } from '../../doctor/signsIn.ts';
import { EXIT } from '../../exitCodes.ts';
import { exitOf } from '../../exitOf.ts';
import type { Invocation } from '../../Invocation.ts';

/** Each stands on those before it: when the service is not there, nothing more can be said of it. */
const CHECKS: readonly Check[] = [nodeVersion, engineReachable, clockSkew, firewallReachable, signsIn, schemaFits];

export async function run(invocation: Invocation<unknown>): Promise<number> {
  const checks: (Finding & { name: string })[] = [];
  let isReachable = true;
  for (const { name, look } of CHECKS) {
    const finding: Finding = isReachable
      ? await look(() => invocation.session, invocation.signal).catch(failed)
      : { outcome: 'SKIPPED', found: 'the service is not reachable' };
    if (name === engineReachable.name) isReachable = finding.outcome === 'OK';
    checks.push({ name, ...invocation.shown(finding) });
  }
  invocation.print({ checks }, () => checks.map(lineOf).join('\n'));
  return checks.some(({ outcome }) => outcome === 'FAILED') ? EXIT.incomplete : EXIT.ok;
}

function failed(error: unknown): Finding {
  const { code } = exitOf(error);
  const { message } = error as Error;
  return { outcome: 'FAILED', found: `${code}: ${message}`, fix: 'Fix what this says, then run doctor again.' };
}

const lineOf = ({ name, outcome, found, fix }: Finding & { name: string }): string =>
  `${outcome.padEnd(7)}  ${name}: ${found}${fix ? `\n         ${fix}` : ''}`;
