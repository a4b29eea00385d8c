import { exportEmployeesCsv } from '../../../sdk/import/exportEmployeesCsv.ts';
import type { Invocation } from '../../Invocation.ts';
import { writeExport } from '../../writeExport.ts';

export async function run(invocation: Invocation<{ output: string }>): Promise<number> {
  return writeExport(invocation, await exportEmployeesCsv(invocation.session.client, { signal: invocation.signal }));
}
