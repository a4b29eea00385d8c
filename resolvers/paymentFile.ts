import { util } from '@aws-appsync/utils';
import type { PaymentFile, PaymentState } from '../clients/generated/schema.ts';
import type { PaymentFileRecord } from '../table/paymentFile.ts';
import { hasSettled } from '../table/payments.ts';
import { moneyOf } from './money.ts';

/** A payment file as the API shows it: without the place where it lies. */
export function paymentFileOf(file: PaymentFileRecord): PaymentFile {
  return {
    paymentFileId: file.paymentFileId,
    runId: file.runId,
    kind: file.kind,
    fundingAccountId: file.fundingAccountId,
    effectiveEntryDate: file.effectiveEntryDate,
    entryCount: file.entryCount,
    totalCredit: moneyOf(file.totalCreditCents),
    totalDebit: moneyOf(file.totalDebitCents),
    hash: file.hash,
    status: file.status,
    writtenAt: file.writtenAt,
    submittedAt: file.submittedAt ?? null,
    state: stateOf(file),
    deliveredAt: file.deliveredAt ?? null,
    deliveredBy: file.deliveredBy ?? null,
    downloads: file.downloads ?? [],
    returnableUntil: file.returnableUntilDate ?? null,
  };
}

function stateOf(file: PaymentFileRecord): PaymentState {
  if (file.status === 'WRITTEN') return 'PLANNED';
  if (!file.deliveredAt) return 'READY';
  const today = util.time.nowISO8601().slice(0, 10);
  return hasSettled(file.deliveredAt, file.effectiveEntryDate, today) ? 'SETTLED' : 'DELIVERED';
}
