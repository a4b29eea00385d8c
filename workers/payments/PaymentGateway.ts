import type { PaymentFileRecord } from '../../table/paymentFile.ts';

/** The way to the bank. What the bank returns comes in by `recordBankReturns`. */
export interface PaymentGateway {
  /**
   * Hands a file over. Called again with the same `paymentFileId` it must not pay again: a worker may die after the bank took
   * the file and before anybody noted it. May be called days before the file is to settle: a gateway to a bank that does
   * not keep files holds it until two banking days before.
   */
  deliver(file: PaymentFileRecord, text: string): Promise<void>;
}
