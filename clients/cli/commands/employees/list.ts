import { EmployeesDocument, type EmployeesQuery } from '../../../generated/operations/graphql.ts';
import { columns } from '../../columns.ts';
import type { Invocation } from '../../Invocation.ts';
import { type PageGiven, printPages } from '../../printPages.ts';

type Employee = NonNullable<EmployeesQuery['employees']>['nodes'][number];

const HEADINGS = ['EMPLOYEE', 'NUMBER', 'NAME', 'GROUP', 'STATUS', 'STATE', 'PAY', 'VERSION'];

export const run = (invocation: Invocation<PageGiven>): Promise<number> =>
  printPages(invocation, {
    readPage: async (page) => (await invocation.read(EmployeesDocument, page)).employees,
    table: (employees) => columns(HEADINGS, employees.map(cells)),
    none: 'There are no employees yet: "employees import" adds them.',
  });

const cells = ({ compensation, ...employee }: Employee) => [
  employee.employeeId,
  employee.externalId,
  `${employee.givenName} ${employee.familyName}`,
  employee.payGroupId,
  employee.status,
  employee.workState,
  compensation?.annualSalary?.amount ?? compensation?.hourlyRate?.amount,
  employee.version,
];
