import { type EnteredPay, isNothing, NOTHING_ENTERED } from '../payroll/EnteredPay.ts';
import type { ErrorCode, Result } from '../payroll/errors.ts';
import { sumEnteredPay } from '../payroll/sumEnteredPay.ts';
import { getAll } from './batch.ts';
import { type FrozenVersion, readFrozen } from './frozen.ts';
import { insertAll } from './insertAll.ts';
import { employeePartition, inputPrefix, pastPayrollInputKey, payrollInputKey } from './keys.ts';
import { putUnless } from './putUnless.ts';
import { queryAll } from './queryAll.ts';

/** What stands when nobody says who enters it. */
export const OFFICE = 'office';

/** What was handed in for one employee and one pay period, by each source apart. */
export interface PayrollInputRecord {
  employeeId: string;
  /** JSON text of `EnteredPay`, while the office alone entered something. */
  payInputs?: string;
  /** What each source entered, once another one than the office did; then `payInputs` is absent. In the order of names. */
  parts?: InputPart[];
  version: number;
  /** What brought this version; absent in records of before there was such a mark. */
  written?: Written;
}

/** The mark of a row in what it wrote: taken again after a death, it recognizes what it did. */
export interface Written {
  /** Names the row for ever. */
  by: string;
  outcome: 'CREATED' | 'UPDATED' | 'REMOVED';
}

/** What one source handed in. */
export interface InputPart {
  source: string;
  /** JSON text of `EnteredPay`. */
  payInputs: string;
  /** The version of the record that brought the part as it is. */
  version: number;
  /** Kept with the part, whatever other sources write since. */
  written?: Written;
}

/** What each source entered, those that entered nothing left out. */
export function partsOf(input: PayrollInputRecord | undefined): InputPart[] {
  const { parts, payInputs = NOTHING_TEXT, version, written } = input ?? { version: 0 };
  const all = parts ?? [{ source: OFFICE, payInputs, version, ...(written ? { written } : {}) }];
  return all.filter((part) => !isNothing(enteredOf(part)));
}

/** The same; nothing for a record that cannot be read, which the run's calculation names with its employee. */
export function readablePartsOf(input: PayrollInputRecord | undefined): InputPart[] | undefined {
  try {
    return partsOf(input);
  } catch {
    return undefined;
  }
}

export const enteredOf = ({ payInputs }: Pick<InputPart, 'payInputs'>): EnteredPay =>
  JSON.parse(payInputs) as EnteredPay;

/** The sum of what all sources entered: what the runs of the period pay. */
export const enteredPayOf = (input: PayrollInputRecord | undefined): Result<EnteredPay, ErrorCode> =>
  sumEnteredPay(partsOf(input).map((part) => ({ source: part.source, entered: enteredOf(part) })));

/** A record of these parts. That of the office alone is one text, as it was before there were sources. */
export function inputRecordOf(
  employeeId: string,
  version: number,
  parts: readonly InputPart[],
  written?: Written,
): PayrollInputRecord {
  const mark = written ? { written } : {};
  const [only = { source: OFFICE, payInputs: NOTHING_TEXT, version }, ...others] = parts;
  if (others.length === 0 && only.source === OFFICE && only.version === version)
    return { employeeId, payInputs: only.payInputs, version, ...mark };
  return { employeeId, parts: [...parts].sort((a, b) => (a.source < b.source ? -1 : 1)), version, ...mark };
}

const NOTHING_TEXT = JSON.stringify(NOTHING_ENTERED);

/** Versions of the inputs that the employees of one bucket have for a period. */
export async function inputVersionsOf(
  companyId: string,
  bucket: string,
  payGroupId: string,
  periodStartDate: string,
): Promise<Map<string, number>> {
  const inputs = await queryAll<PayrollInputRecord>({
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: {
      ':pk': employeePartition(companyId, bucket),
      ':prefix': inputPrefix(payGroupId, periodStartDate),
    },
    ProjectionExpression: 'employeeId, version',
    ConsistentRead: true,
  });
  return new Map(inputs.map(({ employeeId, version }) => [employeeId, version]));
}

/** An input, and the first day of the period that it was entered for. */
export type InputOfPeriod = PayrollInputRecord & { periodStartDate: string };

/**
 * The inputs that the employees of one bucket have for periods of a group that begin within some days: for the period that
 * begins with them, and for periods of a schedule that the group had before. By periods, then in the order of employee ids.
 */
export async function inputsOfBucket(
  companyId: string,
  bucket: string,
  payGroupId: string,
  { startDate, endDate }: { startDate: string; endDate: string },
): Promise<InputOfPeriod[]> {
  const inputs = await queryAll<PayrollInputRecord & { sk: string }>({
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
    ExpressionAttributeValues: {
      ':pk': employeePartition(companyId, bucket),
      ':first': inputPrefix(payGroupId, startDate),
      ':last': `${inputPrefix(payGroupId, endDate)}~`,
    },
    ProjectionExpression: 'sk, employeeId, version, payInputs, parts',
    ConsistentRead: true,
  });
  const prefixLength = inputPrefix(payGroupId, startDate).length;
  return inputs.map(({ sk, ...input }) => ({
    ...input,
    periodStartDate: sk.slice(prefixLength - 1 - startDate.length, prefixLength - 1),
  }));
}

/** The inputs of a period at exactly the versions asked for, by employee. */
export const getPayrollInputsAt = (
  companyId: string,
  payGroupId: string,
  periodStartDate: string,
  wanted: readonly FrozenVersion[],
): Promise<Map<string, PayrollInputRecord>> =>
  readFrozen(companyId, wanted, inputPrefix(payGroupId, periodStartDate), ({ employeeId, version }) =>
    pastPayrollInputKey(payrollInputKey(companyId, payGroupId, periodStartDate, employeeId), version),
  );

/** The current inputs of some employees for a period, by employee. */
export async function getPayrollInputs(
  companyId: string,
  payGroupId: string,
  periodStartDate: string,
  employeeIds: string[],
): Promise<Map<string, PayrollInputRecord>> {
  const found = await getAll<PayrollInputRecord>(
    employeeIds.map((employeeId) => payrollInputKey(companyId, payGroupId, periodStartDate, employeeId)),
  );
  return new Map(found.map((input) => [input.employeeId, input]));
}

/**
 * Hands in an input, or replaces one and keeps the version before, which is written first: a version that is kept and still
 * the current one is read as the current one.
 * @returns whether it was written; not when somebody else wrote the input since `previous` was read
 */
export async function putPayrollInput(
  companyId: string,
  payGroupId: string,
  periodStartDate: string,
  next: PayrollInputRecord,
  previous: PayrollInputRecord | undefined,
): Promise<boolean> {
  const key = payrollInputKey(companyId, payGroupId, periodStartDate, next.employeeId);
  // The key last: a record that was read carries the key that it was read by. The same bytes for everybody who replaces it.
  if (previous) await putUnless({ Item: { ...previous, ...pastPayrollInputKey(key, previous.version) } });
  const condition = previous
    ? { ConditionExpression: 'version = :seen', ExpressionAttributeValues: { ':seen': previous.version } }
    : { ConditionExpression: 'attribute_not_exists(pk)' };
  return (await putUnless({ Item: { ...next, ...key }, ...condition })) === undefined;
}

/** Hands in inputs of a period that has none of these employees; answers in their order whether each was written. */
export const putNewPayrollInputs = (
  companyId: string,
  payGroupId: string,
  periodStartDate: string,
  inputs: readonly PayrollInputRecord[],
): Promise<boolean[]> =>
  insertAll(
    inputs.map((next) => ({ ...next, ...payrollInputKey(companyId, payGroupId, periodStartDate, next.employeeId) })),
  );
