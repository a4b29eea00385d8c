import { ExplainPayslipDocument } from '../../../generated/operations/graphql.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';
import { explanationText } from '../../payslips/explanationText.ts';
import { type PayslipGiven, payslipIdOf, payslipNotFound } from '../../payslips/readPayslip.ts';

export async function run(invocation: Invocation<PayslipGiven>): Promise<number> {
  const payslipId = await payslipIdOf(invocation);
  const { explainPayslip } = await invocation.read(ExplainPayslipDocument, { payslipId });
  if (!explainPayslip) throw payslipNotFound(invocation);
  invocation.print(explainPayslip, () => explanationText(explainPayslip));
  return EXIT.ok;
}
