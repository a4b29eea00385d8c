import type { SectionName } from '../employees/EmployeeEditor.tsx';
import { hoursQueryOf } from '../hours/HoursChoice.ts';
import { hrefOf } from '../navigation/Route.ts';
import type { Run } from './Run.ts';

type Place = SectionName | 'hours' | 'company';

/** Where the cause of a failure is put right. */
const PLACES: Readonly<Record<string, Place>> = {
  COMPENSATION_MISSING: 'pay',
  BELOW_MINIMUM_WAGE: 'pay',
  W4_MISSING: 'federal',
  W4_EXEMPTION_EXPIRED: 'federal',
  PRIOR_YEAR_WAGES_MISSING: 'federal',
  STATE_TAX_FORM_MISSING: 'stateAndLocal',
  STATE_TAX_FORM_INVALID: 'stateAndLocal',
  LOCAL_TAX_RATE_MISSING: 'stateAndLocal',
  DEDUCTION_TREATMENT_UNKNOWN: 'deductions',
  GARNISHMENT_INCOMPLETE: 'orders',
  DEPOSIT_SPLITS_INVALID: 'deposits',
  JURISDICTION_NOT_SUPPORTED: 'person',
  NOT_EMPLOYED_IN_PERIOD: 'person',
  BIRTH_DATE_MISSING: 'person',
  HOURS_MISSING: 'hours',
  STATE_OVERTIME_MISSING: 'hours',
  REGULAR_RATE_UNKNOWN: 'hours',
  GROSS_UP_NOT_REACHABLE: 'hours',
  NET_PAY_NEGATIVE: 'hours',
  UNEMPLOYMENT_RATE_MISSING: 'company',
};

export interface Fix {
  text: string;
  href: string;
}

/** The form that puts a failure of this code right for an employee; undefined where no form does. */
export function fixOf(code: string, employeeId: string, { payGroupId, period, type, sequence }: Run): Fix | undefined {
  const place = PLACES[code];
  if (place === undefined) return undefined;
  if (place === 'company') return { text: 'Open company settings', href: hrefOf({ screen: 'settings' }) };
  if (place !== 'hours')
    return { text: 'Fix in the file', href: hrefOf({ screen: 'employee', employeeId, edit: place }) };
  const isOffCycle = type === 'OFF_CYCLE' || type === 'BONUS';
  const query = hoursQueryOf({
    payGroupId,
    periodStartDate: period.startDate,
    offCycleSequence: isOffCycle ? sequence : undefined,
  });
  return { text: 'Enter hours', href: hrefOf({ screen: 'hours', query }) };
}
