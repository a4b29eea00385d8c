import { expect, test } from 'vitest';
import { handler } from '../../workers/estimateRunCost.ts';

const estimateFor = (employeeCount: number) => handler({ employeeCount });

test('a total is the sum of its lines, and each line is its units at their price', async () => {
  const { lines, total, employeeCount } = await estimateFor(10_000);
  expect(employeeCount).toBe(10_000);
  const sum = lines.reduce((dollars, { amount }) => dollars + Number(amount), 0);
  expect(Number(total)).toBeCloseTo(sum, 4);
  const writes = lines.find(({ unit }) => unit === 'write units');
  expect(Number(writes?.amount)).toBeCloseTo(Number(writes?.units) * 0.625e-6, 6);
});

test('a larger run costs more, and less for each employee', async () => {
  const totals = await Promise.all(
    [1, 1_000, 100_000].map(async (count) => Number((await estimateFor(count)).total) / count),
  );
  const [one = 0, thousand = 0, hundredThousand = 0] = totals;
  expect(one).toBeGreaterThan(thousand);
  expect(thousand).toBeGreaterThan(hundredThousand);
  expect(hundredThousand * 100_000).toBeGreaterThan(thousand * 1_000);
});
