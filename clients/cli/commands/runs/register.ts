import { RunRegisterDocument } from '../../../generated/operations/graphql.ts';
import { columns } from '../../columns.ts';
import type { Invocation } from '../../Invocation.ts';
import { type PageGiven, printPages } from '../../printPages.ts';

const HEADINGS = ['EMPLOYEE', 'NAME', 'STATUS', 'GROSS', 'PRE-TAX', 'TAXES', 'ORDERS', 'POST-TAX', 'REIMBURSED', 'NET'];

export const run = (invocation: Invocation<PageGiven & { run: string }>): Promise<number> =>
  printPages(invocation, {
    readPage: async (page) => {
      const variables = { runId: invocation.given.run, ...page };
      return (await invocation.read(RunRegisterDocument, variables)).payrollRegister;
    },
    table: (rows) =>
      columns(
        HEADINGS,
        rows.map((row) => [
          row.employeeId,
          row.employeeName,
          row.status,
          row.grossPay?.amount,
          row.preTaxDeductions?.amount,
          row.taxes?.amount,
          row.garnishments?.amount,
          row.postTaxDeductions?.amount,
          row.reimbursements?.amount,
          row.netPay?.amount,
        ]),
      ),
    none: 'Nobody is in it yet.',
  });
