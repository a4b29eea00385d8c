import type { PayrollInput } from '../clients/generated/schema.ts';
import { getCompany } from '../table/company.ts';
import { getEmployees } from '../table/employee.ts';
import { payPeriodOf } from '../payroll/payPeriods.ts';
import { EMPLOYEES_PER_BUCKET, padded } from '../table/keys.ts';
import { getPayGroup, scheduleOf } from '../table/payGroup.ts';
import {
  getPayrollInputs,
  inputRecordOf,
  inputsOfBucket,
  partsOf,
  type PayrollInputRecord,
} from '../table/payrollInput.ts';
import { payrollInputOf } from './answers/payrollInputOf.ts';

interface ListPayrollInputsEvent {
  companyId: string;
  payGroupId: string;
  periodStartDate: string;
  /** The only employee who is asked for. Absent: a page of all. */
  employeeId?: string;
  /** The page: at most so many, from a bucket of the roster on, after an employee. */
  partition: number;
  afterId: string;
  first: number;
}

interface ListedPayrollInputs {
  inputs: PayrollInput[];
  /** Where the next page begins; null: this is the last one. */
  next: { partition: number; afterId: string } | null;
}

const BUCKETS_AT_ONCE = 8;

/** How many buckets a page looks into: a group may have few of a large company's employees. */
const BUCKETS_PER_PAGE = 400;

/** Query.payrollInputs and Query.payrollInput: what was entered, by the buckets in which the employees lie. */
export const handler = async (event: ListPayrollInputsEvent): Promise<ListedPayrollInputs> => {
  const { records, next } = event.employeeId === undefined ? await readPage(event) : await readOne(event);
  const [employees, group] = await Promise.all([
    getEmployees(
      event.companyId,
      records.map(({ employeeId }) => employeeId),
    ),
    getPayGroup(event.companyId, event.payGroupId),
  ]);
  const period = group && payPeriodOf(scheduleOf(group), event.periodStartDate);
  const enteredFor = { ...event, ...(period?.ok ? { period: period.value } : {}) };
  const inputs = records.flatMap((record) => {
    const employee = employees.get(record.employeeId);
    return employee ? [payrollInputOf(enteredFor, record, employee)] : [];
  });
  return { inputs, next };
};

interface Page {
  records: PayrollInputRecord[];
  next: ListedPayrollInputs['next'];
}

async function readOne({
  companyId,
  payGroupId,
  periodStartDate,
  employeeId = '',
}: ListPayrollInputsEvent): Promise<Page> {
  const found = await getPayrollInputs(companyId, payGroupId, periodStartDate, [employeeId]);
  return { records: [found.get(employeeId) ?? inputRecordOf(employeeId, 0, [])], next: null };
}

async function readPage(event: ListPayrollInputsEvent): Promise<Page> {
  const { companyId, payGroupId, periodStartDate, partition, afterId, first } = event;
  const company = await getCompany(companyId);
  const buckets = Math.ceil((company?.employeeSequence ?? 0) / EMPLOYEES_PER_BUCKET);
  const end = Math.min(buckets, partition + BUCKETS_PER_PAGE);
  const ofOnePeriod = { startDate: periodStartDate, endDate: periodStartDate };
  const records: PayrollInputRecord[] = [];
  for (let bucket = partition; bucket < end; bucket += BUCKETS_AT_ONCE) {
    const numbers = Array.from({ length: Math.min(BUCKETS_AT_ONCE, end - bucket) }, (_, index) => bucket + index);
    const read = await Promise.all(
      numbers.map((number) => inputsOfBucket(companyId, padded(number), payGroupId, ofOnePeriod)),
    );
    for (const [index, inputs] of read.entries()) {
      const entered = inputs.filter((input) => input.employeeId > afterId && isEntered(input));
      records.push(...entered.slice(0, first - records.length));
      const isFull = records.length === first;
      const last = records.at(-1)?.employeeId;
      if (isFull && last !== undefined && last !== entered.at(-1)?.employeeId && entered.length > 0)
        return { records, next: { partition: bucket + index, afterId: last } };
      if (isFull) return { records, next: nextOf(bucket + index + 1, buckets) };
    }
  }
  return { records, next: nextOf(end, buckets) };
}

const nextOf = (partition: number, buckets: number) => (partition < buckets ? { partition, afterId: '' } : null);

/** A record whose sources took out everything is kept for its version alone. */
const isEntered = (input: PayrollInputRecord) => partsOf(input).length > 0;
