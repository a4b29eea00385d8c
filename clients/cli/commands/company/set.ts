import { UpsertCompanyDocument } from '../../../generated/operations/graphql.ts';
import type {
  DecidedTreatmentInput,
  DeductionType,
  ElectableLevy,
  UnemploymentRateInput,
} from '../../../generated/schema.ts';
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
  deductionTreatments: readonly string[];
  treatmentsReason: string | undefined;
}

export async function run(invocation: Invocation<Given>): Promise<number> {
  const { name, unemploymentRates, selfApproval, futaExempt, electedLevies, secondApproverAbove } = invocation.given;
  const { deductionTreatments, treatmentsReason } = invocation.given;
  const payload = await invocation.change(UpsertCompanyDocument, {
    name,
    selfApprovalAllowed: selfApproval,
    isFutaExempt: futaExempt,
    unemploymentRates: unemploymentRates.filter((rate) => rate !== 'none').map(rateOf),
    electedLevies: electedLevies.map((levy) => levy.toUpperCase() as ElectableLevy),
    ...(deductionTreatments.length > 0
      ? { deductionTreatments: treatmentsOf(deductionTreatments, treatmentsReason) }
      : {}),
    ...defined({ secondApproverAbovePercent: secondApproverAbove }),
  });
  invocation.print(payload, () => `${payload.company?.companyId} is recorded: version ${payload.company?.version}`);
  return EXIT.ok;
}

/** One for each type and place: what is said of its two bases is one decision. */
function treatmentsOf(texts: readonly string[], reason: string | undefined): DecidedTreatmentInput[] {
  if (!reason)
    throw new CliError(
      EXIT.usage,
      'INVALID_VALUE',
      '--deduction-treatments needs --treatments-reason: who advised it, or why.',
    );
  const decided = new Map<string, DecidedTreatmentInput>();
  for (const text of texts) {
    const [type = '', place = '', base = '', answer = '', ...others] = text.split(':');
    const treatment = answer.toUpperCase();
    const isKnown = (base === 'income-tax' || base === 'levies') && (treatment === 'TAXED' || treatment === 'EXCLUDED');
    if (!type || !place || !isKnown || others.length > 0)
      throw new CliError(
        EXIT.usage,
        'INVALID_VALUE',
        `--deduction-treatments has "${text}"; it must be such as HSA:MA:levies:taxed or HSA:PA:income-tax:excluded.`,
      );
    const key = `${type} ${place}`.toUpperCase();
    const before = decided.get(key) ?? {
      type: type.toUpperCase() as DeductionType,
      place: place.toUpperCase(),
      reason,
    };
    decided.set(key, { ...before, [base === 'levies' ? 'levies' : 'incomeTax']: treatment });
  }
  return [...decided.values()];
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
