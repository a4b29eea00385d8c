import { exportInputsCsv } from '../../../sdk/import/exportInputsCsv.ts';
import type { Invocation } from '../../Invocation.ts';
import { writeExport } from '../../writeExport.ts';

interface Given {
  group: string;
  period: string;
  source: string | undefined;
  output: string;
}

export async function run(invocation: Invocation<Given>): Promise<number> {
  const { group, period, source } = invocation.given;
  const place = { payGroupId: group, periodStartDate: period, ...(source === undefined ? {} : { source }) };
  return writeExport(
    invocation,
    await exportInputsCsv(invocation.session.client, place, { signal: invocation.signal }),
  );
}
