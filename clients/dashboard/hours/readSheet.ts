import { PayrollInputsDocument, SheetEmployeesDocument } from '../../generated/operations/graphql.ts';
import { pages } from '../../sdk/pages.ts';
import { execute } from '../api/execute.ts';
import type { PayInput, SheetEmployee } from './PayInput.ts';

const PAGE = 100;

/** As far as it is read. */
export interface SheetPage {
  employees: readonly SheetEmployee[];
  inputs: ReadonlyMap<string, PayInput>;
  isWhole: boolean;
}

/** Who is in the group in the period, and what was entered for them by all sources: more with each page. */
export async function* readSheet(
  payGroupId: string,
  { startDate, endDate }: { startDate: string; endDate: string },
): AsyncGenerator<SheetPage> {
  const inputs = await readInputs(payGroupId, startDate);
  const employees: SheetEmployee[] = [];
  const employeePages = pages(
    async (after) => (await execute(SheetEmployeesDocument, { first: PAGE, after })).employees ?? null,
  );
  for await (const { nodes } of employeePages) {
    for (const employee of nodes)
      if (isInPeriod(employee, payGroupId, startDate, endDate) || inputs.has(employee.employeeId))
        employees.push(employee);
    yield { employees: [...employees], inputs, isWhole: false };
  }
  yield { employees, inputs, isWhole: true };
}

/** What was entered for a period, by employee. */
export async function readInputs(payGroupId: string, periodStartDate: string): Promise<ReadonlyMap<string, PayInput>> {
  const inputs = new Map<string, PayInput>();
  const inputPages = pages(async (after) => {
    const variables = { payGroupId, periodStartDate, first: PAGE, after };
    return (await execute(PayrollInputsDocument, variables)).payrollInputs ?? null;
  });
  for await (const { nodes } of inputPages) for (const input of nodes) inputs.set(input.employeeId, input);
  return inputs;
}

const isInPeriod = (employee: SheetEmployee, payGroupId: string, startDate: string, endDate: string): boolean =>
  employee.payGroupId === payGroupId &&
  employee.hireDate <= endDate &&
  (employee.terminationDate == null || employee.terminationDate >= startDate);
