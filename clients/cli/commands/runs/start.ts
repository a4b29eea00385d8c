import { StartPayrollRunDocument } from '../../../generated/operations/graphql.ts';
import type { PayrollRunType } from '../../../generated/schema.ts';
import { defined } from '../../../sdk/defined.ts';
import type { Invocation } from '../../Invocation.ts';
import { printChanged } from '../../printChanged.ts';

interface Given {
  group: string;
  period: string;
  type: PayrollRunType | undefined;
  sequence: number | undefined;
  employees: readonly string[];
  payDate: string | undefined;
  corrects: string | undefined;
  draft: boolean;
  watch: boolean;
}

export async function run(invocation: Invocation<Given>): Promise<number> {
  const { group, period, type, sequence, employees, payDate, corrects, draft, watch } = invocation.given;
  const payload = await invocation.change(StartPayrollRunDocument, {
    payGroupId: group,
    periodStartDate: period,
    ...defined({ type, sequence, payDate, correctsRunId: corrects }),
    ...(employees.length > 0 ? { employeeIds: [...employees] } : {}),
    ...(draft ? { asDraft: true } : {}),
  });
  return printChanged(invocation, payload, draft ? 'is a draft' : 'is started', watch);
}
