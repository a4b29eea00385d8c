import { util } from '@aws-appsync/utils';
import type { PageInfo } from '../clients/generated/schema.ts';
import type { QueryPage } from './command.ts';

/** Where a page ended, in a list that lies on numbered partitions: go on in `partition` after the id `afterId`. */
export interface Position {
  partition: number;
  afterId: string;
}

export function cursorOf(position: Position): string {
  return util.base64Encode(JSON.stringify([position.partition, position.afterId]));
}

/** The position that a client gave back as `after`; the beginning when it gave none. */
export function positionOf(after: string | null | undefined): Position {
  if (!after) return { partition: 0, afterId: '' };
  const text = util.matches(BASE64, after) ? util.base64Decode(after) : '';
  // Looked at before it is parsed: a resolver cannot catch what JSON.parse throws.
  if (!util.matches(POSITION, text))
    util.error(
      `after "${after.slice(0, 40)}" is not a cursor: give the endCursor of the page before.`,
      'INVALID_CURSOR',
    );
  const parts = JSON.parse(text) as [number, string];
  return { partition: parts[0], afterId: parts[1] };
}

const BASE64 = '[A-Za-z0-9+/]{4,400}={0,2}';
const POSITION = '\\[(0|[1-9][0-9]{0,5}),"[A-Za-z0-9_.:#/-]{0,200}"\\]';

/**
 * A page's end in a list that lies on one partition.
 * @param lastId the id of its last node, after which the next page begins
 */
export function pageInfoOf(page: QueryPage<object>, lastId: string | undefined): PageInfo {
  if (!page.nextToken || !lastId) return { hasNextPage: false, endCursor: null };
  return { hasNextPage: true, endCursor: cursorOf({ partition: 0, afterId: lastId }) };
}

/** How many nodes a page may have; refuses what is not 1 to 100. */
export function pageSizeOf(first: number | null | undefined): number {
  const size = first ?? 50;
  if (size < 1 || size > 100) util.error(`first is ${size}; it must be from 1 to 100.`, 'INVALID_PAGE_SIZE');
  return size;
}

/**
 * Where the next page begins: after `lastId` on the same partition when there is more on it, else on the next partition.
 * @param lastId the last id of this page, when its partition holds more
 * @param partitions how many partitions the list has
 */
export function nextPositionOf(current: Position, lastId: string | null, partitions: number): Position | null {
  if (lastId) return { partition: current.partition, afterId: lastId };
  const partition = current.partition + 1;
  return partition < partitions ? { partition, afterId: '' } : null;
}
