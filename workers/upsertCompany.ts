import { type ErrorCode, type Result } from '../payroll/errors.ts';
import { actorsOf, withSettingsEditors } from '../payroll/preparers.ts';
import { type CompanyRecord, getCompany, putCompany } from '../table/company.ts';
import { putControlChange } from '../table/controlChange.ts';
import { announceLoosenedControls } from './bus/announceLoosenedControls.ts';
import { answerOnce } from './commands/answerOnce.ts';
import { InputReader } from './commands/InputReader.ts';
import type { MutationEvent } from './commands/MutationEvent.ts';
import { mutationHandler } from './commands/mutationHandler.ts';
import { neededToCreate } from './commands/refusals.ts';
import { decidedTreatmentsOf } from './commands/decidedTreatments.ts';
import { unemploymentOf } from './commands/unemployment.ts';
import { type UserError, userErrorOf } from './commands/userErrors.ts';
import { withoutAbsent } from './commands/withoutAbsent.ts';
import { controlChangesOfCompany } from './settings/controlChanges.ts';

interface UpsertedCompany {
  company?: CompanyRecord;
  replayed: boolean;
  userErrors: UserError[];
}

/** Mutation.upsertCompany: the company is the caller's own, whatever the arguments say. What is left out stays as it is. */
export const handler = mutationHandler(async (event: MutationEvent<'upsertCompany'>): Promise<UpsertedCompany> => {
  const { caller } = event;
  const { companyId } = caller;
  const nowMs = Date.now();
  const at = new Date(nowMs).toISOString();
  const outcome = await answerOnce(event, nowMs, async () => {
    const previous = await getCompany(companyId);
    const company = companyOf(event, previous, at);
    if (!company.ok) return company;
    const changes = controlChangesOfCompany(previous, company.value, caller, at);
    const { version } = company.value;
    const items = [putCompany(company.value, previous), ...changes.map((change) => putControlChange(change, version))];
    return { items, answer: { companyId, changes } };
  });
  if (outcome.error) return { replayed: false, userErrors: [userErrorOf(outcome.error)] };
  // On a replay too: the call that wrote the company may have died before it came to this.
  await announceLoosenedControls(outcome.answer.changes);
  const company = await getCompany(companyId);
  return { ...(company ? { company } : {}), replayed: outcome.replayed, userErrors: [] };
});

/** The company with what was given, over what is recorded. */
function companyOf(
  { caller, input }: MutationEvent<'upsertCompany'>,
  previous: CompanyRecord | undefined,
  at: string,
): Result<CompanyRecord, ErrorCode> {
  const { secondApproverAbovePercent, unemploymentRates, electedLevies, deductionTreatments, clear = [] } = input;
  const { companyId } = caller;
  const reader = new InputReader();
  const isCleared = clear.includes('SECOND_APPROVER_ABOVE_PERCENT');
  if (isCleared && secondApproverAbovePercent !== undefined)
    reader.refuse(
      'secondApproverAbovePercent is given, and clear names it.',
      'Give one of them only.',
      'secondApproverAbovePercent',
    );
  const secondApproverAbovePpm = reader.percent(secondApproverAbovePercent, 'secondApproverAbovePercent');
  const unemployment = unemploymentRates && unemploymentOf(unemploymentRates);
  if (unemployment?.ok === false) reader.take(unemployment);
  const treatments = deductionTreatments && decidedTreatmentsOf(deductionTreatments, previous, at);
  if (treatments?.ok === false) reader.take(treatments);
  const name = input.name ?? previous?.name;
  if (name === undefined) return neededToCreate('The company', 'name');
  return reader.resultOf(
    withoutAbsent<CompanyRecord>({
      companyId,
      name,
      selfApprovalAllowed: input.selfApprovalAllowed ?? previous?.selfApprovalAllowed ?? false,
      unemployment: unemployment?.ok ? unemployment.value : (previous?.unemployment ?? {}),
      isFutaExempt: input.isFutaExempt ?? previous?.isFutaExempt ?? false,
      electedLevies: electedLevies ? [...new Set(electedLevies)] : (previous?.electedLevies ?? []),
      deductionTreatments: treatments?.ok ? treatments.value : (previous?.deductionTreatments ?? []),
      secondApproverAbovePpm: isCleared ? undefined : (secondApproverAbovePpm ?? previous?.secondApproverAbovePpm),
      editors: withSettingsEditors(previous?.editors, actorsOf(caller), at),
      employeeSequence: previous?.employeeSequence ?? 0,
      version: (previous?.version ?? 0) + 1,
    }),
  );
}
