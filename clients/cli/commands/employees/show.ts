import { DirectDepositsDocument, EmployeeDocument } from '../../../generated/operations/graphql.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';
import { employeeNotFound } from '../../employeeNotFound.ts';

export async function run(invocation: Invocation<{ employee: string }>): Promise<number> {
  const employeeId = invocation.given.employee;
  const [{ employee }, { employee: paid }] = await Promise.all([
    invocation.read(EmployeeDocument, { employeeId }),
    invocation.read(DirectDepositsDocument, { employeeId }),
  ]);
  if (!employee) throw employeeNotFound(employeeId);
  const shown = { ...employee, directDeposits: paid?.directDeposits ?? [] };
  // What nobody recorded is left out, so that a person sees what is there.
  invocation.print(shown, () => JSON.stringify(shown, (_name, value: unknown) => value ?? undefined, 2));
  return EXIT.ok;
}
