import { PayslipFileDocument } from '../../../generated/operations/graphql.ts';
import type { DocumentFormat } from '../../../generated/schema.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';
import { type PayslipGiven, payslipIdOf, payslipNotFound } from '../../payslips/readPayslip.ts';
import { saveFile } from '../../saveFile.ts';

interface Given extends PayslipGiven {
  format: DocumentFormat | undefined;
  output: string | undefined;
}

export async function run(invocation: Invocation<Given>): Promise<number> {
  const { format = 'PDF', output } = invocation.given;
  const payslipId = await payslipIdOf(invocation);
  const { payslipDocument } = await invocation.read(PayslipFileDocument, { payslipId, format });
  if (!payslipDocument) throw payslipNotFound(invocation);
  const { url, expiresAt } = payslipDocument;
  if (!output) {
    invocation.print({ payslipId, format, url, expiresAt }, () => `${url}\nGood until ${expiresAt}`);
    return EXIT.ok;
  }
  const bytes = await saveFile(invocation, url, output);
  if (output !== '-') invocation.print({ payslipId, format, output, bytes }, () => `${output}: ${bytes} bytes`);
  return EXIT.ok;
}
