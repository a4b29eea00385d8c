import type { EmployeeFileQuery, EmployeeQuery, EmployeesQuery } from '../../generated/operations/graphql.ts';

/** An employee's file as the API answers it. */
export type Employee = NonNullable<EmployeeQuery['employee']>;

/** What the list of employees says of one. */
export type ListedEmployee = NonNullable<EmployeesQuery['employees']>['nodes'][number];

/** Everything on file of one employee, as it can be sent again. */
export type WholeEmployee = NonNullable<EmployeeFileQuery['employee']>;
