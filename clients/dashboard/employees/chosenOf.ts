import type { ListedEmployee } from './Employee.ts';

export type Order = 'added' | 'name' | 'number' | 'hired' | 'latest';

export const ORDERS: readonly { value: Order; text: string }[] = [
  { value: 'added', text: 'As added' },
  { value: 'name', text: 'Family name' },
  { value: 'number', text: 'Number' },
  { value: 'hired', text: 'Longest employed' },
  { value: 'latest', text: 'Latest hired' },
];

export interface EmployeeChoice {
  /** In lower case. */
  search: string;
  payGroupId: string;
  status: string;
  order: Order;
}

type Compare = (one: ListedEmployee, other: ListedEmployee) => number;

const COLLATOR = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const COMPARE: Readonly<Record<Exclude<Order, 'added'>, Compare>> = {
  name: (one, other) =>
    COLLATOR.compare(one.familyName, other.familyName) || COLLATOR.compare(one.givenName, other.givenName),
  number: (one, other) => COLLATOR.compare(one.externalId, other.externalId),
  hired: (one, other) => one.hireDate.localeCompare(other.hireDate),
  latest: (one, other) => other.hireDate.localeCompare(one.hireDate),
};

/** Those in whose name, number or id every typed word occurs, in the chosen order. */
export function chosenOf(employees: readonly ListedEmployee[], choice: EmployeeChoice): readonly ListedEmployee[] {
  const { search, payGroupId, status, order } = choice;
  const words = search.split(/\s+/).filter(Boolean);
  const chosen = employees.filter((employee) => {
    const all = [employee.givenName, employee.familyName, employee.externalId, employee.employeeId]
      .join(' ')
      .toLowerCase();
    return (
      words.every((word) => all.includes(word)) &&
      (payGroupId === '' || employee.payGroupId === payGroupId) &&
      (status === '' || employee.status === status)
    );
  });
  return order === 'added' ? chosen : chosen.sort(COMPARE[order]);
}
