import type { DocumentFormat } from '../../clients/generated/schema.ts';
import { getCompany } from '../../table/company.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import { getRunItems, type CalculatedItem } from '../../table/runItem.ts';
import { getManifest } from '../manifest/getManifest.ts';
import { renderPayslip } from '../payslips/renderPayslip.ts';
import { payslipDocumentsOf } from '../payslips/payslipDocumentsOf.ts';
import { zipEntry } from './zipEntry.ts';

/** The payslips of some segments of a run as entries of a ZIP archive, a file each; equal payslips give equal bytes. */
export async function payslipEntries(
  run: RunRecord,
  format: DocumentFormat,
  fromSegment: number,
  nextSegment: number,
): Promise<Uint8Array> {
  const { companyId, runId, manifestKey } = run;
  const company = await getCompany(companyId);
  if (!company || manifestKey === undefined) throw new Error(`run ${runId} was never calculated`);
  const entries: Buffer[] = [];
  for await (const segment of getManifest(manifestKey)) {
    if (segment.segment < fromSegment) continue;
    if (segment.segment >= nextSegment) break;
    const items = await getRunItems(companyId, runId, segment.segment);
    const calculated = items.filter((item): item is CalculatedItem => item.status === 'CALCULATED');
    for (const document of await payslipDocumentsOf(run, segment, calculated, company.name))
      entries.push(zipEntry(`${document.payslipId}.${format.toLowerCase()}`, await renderPayslip(document, format)));
  }
  return Buffer.concat(entries);
}
