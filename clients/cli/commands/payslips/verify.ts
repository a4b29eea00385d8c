import { VerifyPayslipDocument } from '../../../generated/operations/graphql.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';
import { type PayslipGiven, payslipIdOf, payslipNotFound } from '../../payslips/readPayslip.ts';

export async function run(invocation: Invocation<PayslipGiven>): Promise<number> {
  const payslipId = await payslipIdOf(invocation);
  const { verifyPayslip } = await invocation.read(VerifyPayslipDocument, { payslipId });
  if (!verifyPayslip) throw payslipNotFound(invocation);
  const { matches, hash, firstDifference } = verifyPayslip;
  invocation.print({ payslipId, ...verifyPayslip }, () =>
    matches ? `${payslipId} matches its frozen inputs; SHA-256 ${hash}` : `${payslipId} differs: ${firstDifference}`,
  );
  return matches ? EXIT.ok : EXIT.incomplete;
}
