import { type CompanyRecord, getCompany, putCompany } from '../table/company.ts';
import { answerOnce } from './commands/answerOnce.ts';
import type { MutationEvent } from './commands/MutationEvent.ts';
import { mutationHandler } from './commands/mutationHandler.ts';
import { InputReader } from './commands/InputReader.ts';
import { unemploymentOf } from './commands/unemployment.ts';
import { invalidInput } from './commands/refusals.ts';
import { type UserError, userErrorOf } from './commands/userErrors.ts';

interface UpsertedCompany {
  company?: CompanyRecord;
  replayed: boolean;
  userErrors: UserError[];
}

/** Mutation.upsertCompany: the company is the caller's own, whatever the arguments say. */
export const handler = mutationHandler(async (event: MutationEvent<'upsertCompany'>): Promise<UpsertedCompany> => {
  const { companyId } = event.caller;
  const { name, selfApprovalAllowed, unemploymentRates, isFutaExempt, electedLevies, secondApproverAbovePercent } =
    event.input;
  const outcome = await answerOnce(event, Date.now(), async () => {
    if (name.trim().length < 1 || name.length > 200)
      return invalidInput('name', name.slice(0, 40), 'a text of 1 to 200 characters', 'Give the legal name.');
    const unemployment = unemploymentOf(unemploymentRates);
    if (!unemployment.ok) return unemployment;
    const reader = new InputReader();
    const threshold = reader.resultOf(reader.percent(secondApproverAbovePercent, 'secondApproverAbovePercent'));
    if (!threshold.ok) return threshold;
    const previous = await getCompany(companyId);
    const company: CompanyRecord = {
      companyId,
      name,
      selfApprovalAllowed,
      unemployment: unemployment.value,
      isFutaExempt,
      electedLevies: [...new Set(electedLevies)],
      ...(threshold.value === undefined ? {} : { secondApproverAbovePpm: threshold.value }),
      employeeSequence: previous?.employeeSequence ?? 0,
      version: (previous?.version ?? 0) + 1,
    };
    return { items: [putCompany(company, previous)], answer: {} };
  });
  if (outcome.error) return { replayed: false, userErrors: [userErrorOf(outcome.error)] };
  const company = await getCompany(companyId);
  return { ...(company ? { company } : {}), replayed: outcome.replayed, userErrors: [] };
});
