import type { PaymentFileRecord } from '../../table/paymentFile.ts';

/** An entry that the bank sent back, by the trace number that it went out with. */
export interface ReturnedEntry {
  traceNumber: string;
  /** Such as `R03`. */
  returnCode: string;
}

/** The way to the bank. */
export interface PaymentGateway {
  /**
   * Hands a file over and answers what came back at once. Called again with the same `paymentFileId` it must not pay again:
   * a worker may die after the bank took the file and before anybody noted it. May be called days before the file is to
   * settle: whoever talks to a bank that does not keep files holds it until two banking days before.
   */
  deliver(file: PaymentFileRecord, text: string): Promise<ReturnedEntry[]>;
}
