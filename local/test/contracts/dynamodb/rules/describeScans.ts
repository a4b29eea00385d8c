import { describe, expect, test } from 'vitest';
import { type Contract, SCANNED } from '../Contract.ts';

export function describeScans(contract: Contract): void {
  describe('scans', () => {
    test('a scan meets every item once, page by page', async () => {
      const seen: string[] = [];
      let after: Record<string, unknown> | undefined;
      for (let sk = 1; sk <= 5; sk++)
        await contract.db.put({ TableName: SCANNED, Item: { pk: `p${sk % 3}`, sk: `${sk}` } });
      do {
        const page = await contract.db.scan({
          TableName: SCANNED,
          Limit: 2,
          ...(after ? { ExclusiveStartKey: after } : {}),
        });
        seen.push(...(page.Items ?? []).map(({ sk }) => String(sk)));
        after = page.LastEvaluatedKey;
      } while (after);
      expect(seen.sort()).toEqual(['1', '2', '3', '4', '5']);
    });
  });
}
