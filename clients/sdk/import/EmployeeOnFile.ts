import type { EmployeeFilesQuery } from '../../generated/operations/graphql.ts';
import type { EmployeeInput } from '../../generated/schema.ts';

/** An employee as the API shows what is on file. */
export type EmployeeOnFile = NonNullable<EmployeeFilesQuery['employees']>['nodes'][number];

/** What is recorded of an employee, in the shape in which it is handed in. Account numbers are masked. */
export type EmployeeFacts = Omit<EmployeeInput, 'expectedVersion' | 'clear'>;

/** An employee on file as facts that a row of a file can be compared with. */
export function factsOf(employee: EmployeeOnFile): EmployeeFacts {
  const { compensation, taxProfile, taxProfileBefore2020, noTaxProfile } = employee;
  return plain<EmployeeFacts>({
    externalId: employee.externalId,
    payGroupId: employee.payGroupId,
    givenName: employee.givenName,
    familyName: employee.familyName,
    hireDate: employee.hireDate,
    terminationDate: employee.terminationDate,
    birthDate: employee.birthDate,
    workState: employee.workState,
    homeState: employee.homeState,
    compensation,
    taxProfile,
    taxProfileBefore2020,
    noTaxProfile,
    stateTaxForms: employee.stateTaxForms,
    exemptLevies: employee.exemptLevies,
    localTaxes: employee.localTaxes,
    deductions: employee.deductions,
    directDeposits: employee.directDeposits.map(({ maskedAccountNumber, ...deposit }) => ({
      ...deposit,
      accountNumber: maskedAccountNumber,
    })),
  });
}

/** Without what is null, and with amounts as the decimal strings that inputs take. */
export function plain<Shape>(value: unknown): Shape {
  if (Array.isArray(value)) return value.map((each) => plain<unknown>(each)) as Shape;
  if (typeof value !== 'object' || value === null) return value as Shape;
  if ('amount' in value && 'currency' in value) return value.amount as Shape;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, member]) => member !== null && name !== '__typename')
      .map(([name, member]) => [name, plain<unknown>(member)]),
  ) as Shape;
}
