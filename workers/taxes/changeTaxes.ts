import { createHash } from 'node:crypto';
import type { TaxDeposit, FilingProfile } from '../../clients/generated/schema.ts';
import { isValidDate, yearOf } from '../../payroll/dates.ts';
import { type ErrorCode, refuse, type Result } from '../../payroll/errors.ts';
import { formatMoney, cents } from '../../payroll/money.ts';
import { getCompany } from '../../table/company.ts';
import { newTaxDeposit } from '../../table/taxDeposit.ts';
import {
  getFilingProfile,
  type PostalAddress,
  putFilingProfile,
  type FilingProfileRecord,
} from '../../table/filingProfile.ts';
import { answerOnce, type Decision } from '../commands/answerOnce.ts';
import { InputReader } from '../commands/InputReader.ts';
import type { MutationEvent } from '../commands/MutationEvent.ts';
import { companyNotFound, invalidInput } from '../commands/refusals.ts';
import { type UserError, userErrorOf } from '../commands/userErrors.ts';
import { withoutAbsent } from '../commands/withoutAbsent.ts';
import { easternTime } from '../payments/easternTime.ts';
import { readTaxYear } from './readTaxYear.ts';
import { filingProfileOf } from './filingProfileOf.ts';
import { taxYearOf } from './taxYearOf.ts';

export interface ChangedTaxes {
  profile?: FilingProfile;
  deposit?: TaxDeposit;
  replayed: boolean;
  userErrors: UserError[];
}

/** Mutation.upsertFilingProfile: what is left out stays as it is. */
export async function upsertFilingProfile(
  event: MutationEvent<'upsertFilingProfile'>,
  nowMs: number,
): Promise<ChangedTaxes> {
  const { companyId } = event.caller;
  const outcome = await answerOnce(event, nowMs, async (): Promise<Decision<object>> => {
    const [company, previous] = await Promise.all([getCompany(companyId), getFilingProfile(companyId)]);
    if (!company) return companyNotFound(companyId);
    const profile = profileOf(event, previous);
    return profile.ok ? { items: [putFilingProfile(profile.value, previous)], answer: {} } : profile;
  });
  if (outcome.error) return { replayed: false, userErrors: [userErrorOf(outcome.error)] };
  const profile = await getFilingProfile(companyId);
  return { ...(profile ? { profile: filingProfileOf(profile) } : {}), replayed: outcome.replayed, userErrors: [] };
}

function profileOf(
  { caller: { companyId }, input }: MutationEvent<'upsertFilingProfile'>,
  previous: FilingProfileRecord | undefined,
): Result<FilingProfileRecord, ErrorCode> {
  const { idempotencyKey: _key, ...given } = input;
  const reader = new InputReader();
  if (given.ein !== undefined && !/^(?!00)\d\d-?\d{7}$/.test(given.ein))
    reader.refuse(`ein is "${given.ein.slice(0, 20)}", not nine digits.`, 'Write it as 12-3456789.', 'ein');
  for (const member of ['legalAddress', 'mailingAddress'] as const) {
    const address = given[member];
    if (address) readAddress(reader, address, member);
  }
  const { stateAccounts = [] } = given;
  for (const [index, { state }] of stateAccounts.entries()) reader.state(state, `stateAccounts.${index}.state`);
  reader.distinct(
    stateAccounts.map(({ state }) => state),
    'stateAccounts',
    'state',
  );
  const { ein } = given;
  return reader.resultOf(
    withoutAbsent<FilingProfileRecord>({
      ...previous,
      ...given,
      ...(ein === undefined ? {} : { ein: `${ein.slice(0, 2)}-${ein.slice(-7)}` }),
      companyId,
      version: (previous?.version ?? 0) + 1,
    }),
  );
}

function readAddress(reader: InputReader, { state, postalCode }: PostalAddress, path: string): void {
  reader.state(state, `${path}.state`);
  if (!/^\d{5}(-\d{4})?$/.test(postalCode))
    reader.refuse(
      `${path}.postalCode is "${postalCode.slice(0, 20)}", not five digits, or nine with a hyphen.`,
      'Write it as 45202 or 45202-1234.',
      `${path}.postalCode`,
    );
}

/** Mutation.recordTaxDeposit: marks what was paid for a liability, up to what it comes to. */
export async function recordTaxDeposit(event: MutationEvent<'recordTaxDeposit'>, nowMs: number): Promise<ChangedTaxes> {
  const { companyId } = event.caller;
  const today = easternTime(new Date(nowMs).toISOString()).date;
  const outcome = await answerOnce(event, nowMs, () => decideDeposit(event, today, nowMs));
  if (outcome.error) return { replayed: false, userErrors: [userErrorOf(outcome.error)] };
  const { year, depositId } = outcome.answer;
  const { liabilities, unassignedDeposits } = taxYearOf(year, await readTaxYear(companyId, year), today);
  const deposit = [...liabilities.flatMap(({ deposits }) => deposits), ...unassignedDeposits].find(
    (each) => each.depositId === depositId,
  );
  return { ...(deposit ? { deposit } : {}), replayed: outcome.replayed, userErrors: [] };
}

async function decideDeposit(
  { caller, input }: MutationEvent<'recordTaxDeposit'>,
  today: string,
  nowMs: number,
): Promise<Decision<{ year: number; depositId: string }>> {
  const { companyId, actor } = caller;
  const { idempotencyKey, liabilityId, depositedOn, confirmation } = input;
  const reader = new InputReader();
  const amountCents = reader.requiredMoney(input.amount, 'amount');
  const read = reader.resultOf(amountCents);
  if (!read.ok) return read;
  if (depositedOn > today)
    return invalidInput('depositedOn', depositedOn, `a day up to ${today}`, 'Record a deposit when it is made.');
  const periodEnd = /_(?<date>\d{4}-\d\d-\d\d)/.exec(liabilityId)?.groups?.['date'] ?? '';
  const year = isValidDate(periodEnd) ? yearOf(periodEnd) : 0;
  const { due, deposits } = year === 0 ? { due: [], deposits: [] } : await readTaxYear(companyId, year);
  const liability = due.find((each) => each.liabilityId === liabilityId);
  if (!liability)
    return refuse(
      'LIABILITY_NOT_FOUND',
      `Tax liability "${liabilityId.slice(0, 80)}" does not exist in this company, or its period has changed.`,
      'List the liabilities of the year with the query taxYear.',
      'liabilityId',
    );
  const paidCents = deposits
    .filter((each) => each.liabilityId === liabilityId)
    .reduce((sum, each) => sum + each.amountCents, 0);
  const leftCents = liability.amountCents - paidCents;
  if (amountCents <= 0 || amountCents > leftCents)
    return refuse(
      'INVALID_AMOUNT',
      `The amount is ${formatMoney(cents(amountCents))}; of this liability ${formatMoney(cents(Math.max(0, leftCents)))} is not deposited yet.`,
      'Record what was deposited for it, more than nothing and up to that.',
      'amount',
    );
  const hash = createHash('sha256').update(idempotencyKey).digest('hex').slice(0, 16);
  const depositId = `dep_${hash}`;
  const recordedAt = new Date(nowMs).toISOString();
  const { authority } = liability;
  const made = { companyId, depositId, year, liabilityId, authority, amountCents, depositedOn, confirmation };
  return { items: [newTaxDeposit({ ...made, recordedBy: actor, recordedAt })], answer: { year, depositId } };
}
