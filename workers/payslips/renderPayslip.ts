import type { DocumentFormat } from '../../clients/generated/schema.ts';
import type { PayslipDocument } from '../documents/PayslipDocument.ts';
import { payslipHtml } from '../documents/payslipHtml.ts';
import { payslipPdf } from '../documents/payslipPdf.ts';

/** A payslip as a file: equal documents give equal bytes. */
export async function renderPayslip(document: PayslipDocument, format: DocumentFormat): Promise<Uint8Array> {
  return format === 'PDF' ? payslipPdf(document) : Buffer.from(payslipHtml(document));
}
