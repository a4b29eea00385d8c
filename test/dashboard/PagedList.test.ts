import { expect, test, vi } from 'vitest';
import { type Page, PagedList } from '../../clients/dashboard/api/PagedList.ts';

/** Numbers from 0, three a page, as many as `source.count` says at the time. */
function numbers(source: { count: number; asked: number }) {
  return async (after: string | null): Promise<Page<number>> => {
    source.asked += 1;
    const first = after === null ? 0 : Number(after);
    const end = Math.min(first + 3, source.count);
    const nodes = Array.from({ length: end - first }, (_, index) => first + index);
    return { nodes, pageInfo: { hasNextPage: end < source.count, endCursor: String(end) } };
  };
}

const settled = (list: PagedList<number>) => vi.waitUntil(() => !list.getState().isReading);

test('no more pages are read than are needed', async () => {
  const source = { count: 100, asked: 0 };
  const list = new PagedList(4, numbers(source));
  await settled(list);
  expect(list.getState()).toMatchObject({ nodes: [0, 1, 2, 3, 4, 5], hasNextPage: true });
  list.need(5);
  list.need(7);
  await settled(list);
  expect(list.getState().nodes).toHaveLength(9);
  expect(source.asked).toBe(3);
});

test('a list that is read again shows its old nodes until the new ones are there', async () => {
  const source = { count: 2, asked: 0 };
  const list = new PagedList(10, numbers(source));
  await settled(list);
  source.count = 5;
  const lengths: number[] = [];
  list.subscribe(() => lengths.push(list.getState().nodes.length));
  list.refresh();
  await settled(list);
  expect(list.getState()).toMatchObject({ nodes: [0, 1, 2, 3, 4], hasNextPage: false });
  expect(Math.min(...lengths)).toBe(2);
});

test('a page that cannot be read is a fault, and the next try reads on', async () => {
  const source = { count: 5, asked: 0 };
  const read = numbers(source);
  let isDown = true;
  const list = new PagedList(10, (after) => (isDown ? Promise.reject(new Error('down')) : read(after)));
  await settled(list);
  expect(list.getState().fault?.message).toBe('down');
  isDown = false;
  list.refresh();
  await settled(list);
  expect(list.getState()).toMatchObject({ nodes: [0, 1, 2, 3, 4], fault: undefined });
});
