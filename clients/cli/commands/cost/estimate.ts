import { RunCostDocument } from '../../../generated/operations/graphql.ts';
import { CliError } from '../../CliError.ts';
import { columns } from '../../columns.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';

export async function run(invocation: Invocation<{ employees: number }>): Promise<number> {
  const { estimateRunCost } = await invocation.read(RunCostDocument, { employeeCount: invocation.given.employees });
  if (!estimateRunCost) throw new CliError(EXIT.fault, 'EMPTY', 'The service answered without an estimate.');
  const { employeeCount, lines, total, basis } = estimateRunCost;
  invocation.print(estimateRunCost, () =>
    [
      `A run of ${employeeCount} employees: ${total} USD`,
      columns(
        ['SERVICE', 'UNIT', 'UNITS', 'USD'],
        lines.map(({ service, unit, units, amount }) => [service, unit, units, amount]),
      ),
      basis,
    ].join('\n'),
  );
  return EXIT.ok;
}
