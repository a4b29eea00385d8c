import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';
import { payslipText } from '../../payslips/payslipText.ts';
import { type PayslipGiven, readPayslip } from '../../payslips/readPayslip.ts';

export async function run(invocation: Invocation<PayslipGiven>): Promise<number> {
  const payslip = await readPayslip(invocation);
  invocation.print(payslip, () => payslipText(payslip));
  return EXIT.ok;
}
