import type { LocalAws } from 'cdk-local-engine';
import { padded, runPartition } from '../table/keys.ts';

export interface AddedUp {
  calculated: number;
  failed: number;
  /** Decimal strings, as the API shows money. */
  gross: string;
  net: string;
}

interface StoredItem {
  status: { S: string };
  grossPayCents?: { N: string };
  netPayCents?: { N: string };
}

/**
 * Adds up the payslips of a run as they lie in the table, segment by segment until one is empty: a check that shares
 * nothing with the sums that the run itself made. As the account's operator, because the firewall counts an API's readers.
 */
export function addUpPayslips({ dynamoDb, operator, template }: LocalAws, companyId: string, runId: string): AddedUp {
  let [calculated, failed, grossCents, netCents] = [0, 0, 0n, 0n];
  for (let segment = 0; ; segment++) {
    const request = {
      TableName: template.outputs['TableName'],
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: `${runPartition(companyId, runId)}#${padded(segment)}` } },
    };
    const { Items } = dynamoDb.call('Query', request, operator) as { Items: StoredItem[] };
    if (Items.length === 0) break;
    for (const { status, grossPayCents, netPayCents } of Items) {
      if (status.S === 'FAILED') failed += 1;
      else calculated += 1;
      grossCents += BigInt(grossPayCents?.N ?? 0);
      netCents += BigInt(netPayCents?.N ?? 0);
    }
  }
  return { calculated, failed, gross: amountOf(grossCents), net: amountOf(netCents) };
}

const amountOf = (cents: bigint) => `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
