import type { PayrollInputsQuery, SheetEmployeesQuery } from '../../generated/operations/graphql.ts';

/** What was entered for one employee and a period, by all sources. */
export type PayInput = NonNullable<PayrollInputsQuery['payrollInputs']>['nodes'][number];
export type PayInputPart = PayInput['parts'][number];

export type SheetEmployee = NonNullable<SheetEmployeesQuery['employees']>['nodes'][number];

/** The source under which the payroll office enters; the others are systems such as a time clock. */
export const OFFICE = 'office';

export const officePart = (input: PayInput | undefined): PayInputPart | undefined =>
  input?.parts.find(({ source }) => source === OFFICE);

export const otherParts = (input: PayInput | undefined): readonly PayInputPart[] =>
  input?.parts.filter(({ source }) => source !== OFFICE) ?? [];
