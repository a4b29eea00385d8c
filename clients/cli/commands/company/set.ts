import { UpsertCompanyDocument } from '../../../generated/operations/graphql.ts';
import type { ElectableLevy, UnemploymentRateInput } from '../../../generated/schema.ts';
import { CliError } from '../../CliError.ts';
import { defined } from '../../../sdk/defined.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';

interface Given {
  name: string;
  unemploymentRates: readonly string[];
  selfApproval: boolean;
  futaExempt: boolean;
  electedLevies: readonly string[];
  secondApproverAbove: string | undefined;
}

export async function run(invocation: Invocation<Given>): Promise<number> {
  const { name, unemploymentRates, selfApproval, futaExempt, electedLevies, secondApproverAbove } = invocation.given;
  const payload = await invocation.change(UpsertCompanyDocument, {
    name,
    selfApprovalAllowed: selfApproval,
    isFutaExempt: futaExempt,
    unemploymentRates: unemploymentRates.filter((rate) => rate !== 'none').map(rateOf),
    electedLevies: electedLevies.map((levy) => levy.toUpperCase() as ElectableLevy),
    ...defined({ secondApproverAbovePercent: secondApproverAbove }),
  });
  invocation.print(payload, () => `${payload.company?.companyId} is recorded: version ${payload.company?.version}`);
  return EXIT.ok;
}

function rateOf(text: string): UnemploymentRateInput {
  const [state, ratePercent, wageBase, ...others] = text.split(':');
  if (!state || !ratePercent || others.length > 0)
    throw new CliError(
      EXIT.usage,
      'INVALID_VALUE',
      `--unemployment-rates has "${text}"; it must be such as TX:2.7:9000.`,
    );
  return { state: state.toUpperCase(), ratePercent, ...defined({ wageBase }) };
}
