import { createHash } from 'node:crypto';
import type { RunItemRecord } from '../../table/runItem.ts';

/**
 * SHA-256 over a segment's items in their order, hexadecimal. Approval pins the hash that is made of these: whoever pays
 * can compute it again from what is stored and see that it is what was approved.
 */
export function hashOfItems(items: readonly RunItemRecord[]): string {
  const hash = createHash('sha256');
  for (const item of items) hash.update(`${item.employeeId} ${contentOf(item)}\n`);
  return hash.digest('hex');
}

function contentOf(item: RunItemRecord): string {
  if (item.status === 'EXCLUDED') return item.status;
  if (item.status === 'FAILED') return `${item.errorCode} ${item.errorMessage}`;
  return item.payments === undefined ? item.payslip : `${item.payslip} ${item.payments}`;
}
