import { createHash } from 'node:crypto';

/**
 * The id of a payment file, derived from what it pays: the run and the place of the file among the run's, or the payment
 * that it pays again and for which time. Whoever writes it, however often, writes this one file.
 */
export const paymentFileIdOf = (runId: string, fundingAccountId: string, pays: string): string =>
  `file_${createHash('sha256').update([runId, fundingAccountId, pays].join('\n')).digest('hex').slice(0, 24)}`;
