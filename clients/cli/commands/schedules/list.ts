import { PayGroupsDocument } from '../../../generated/operations/graphql.ts';
import { columns } from '../../columns.ts';
import type { Invocation } from '../../Invocation.ts';
import { type PageGiven, printPages } from '../../printPages.ts';

const HEADINGS = ['GROUP', 'FREQUENCY', 'FROM', 'PAID AFTER', 'CUT-OFF', 'TIME', 'ZONE', 'START'];

export const run = (invocation: Invocation<PageGiven>): Promise<number> =>
  printPages(invocation, {
    readPage: async (page) => (await invocation.read(PayGroupsDocument, page)).payGroups,
    table: (groups) =>
      columns(
        HEADINGS,
        groups.map(({ cutOff, ...group }) => [
          group.payGroupId,
          group.frequency,
          group.anchorDate,
          daysOf(group.payDateOffsetDays),
          daysOf(cutOff.daysAfterPeriodEnd),
          cutOff.timeOfDay,
          cutOff.timeZone,
          group.startsAutomatically ? 'AUTOMATIC' : 'MANUAL',
        ]),
      ),
    none: 'There are no pay groups yet: "groups set" makes one.',
  });

const daysOf = (days: number): string => `${days} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
