import { PayGroupsDocument } from '../../../generated/operations/graphql.ts';
import { columns } from '../../columns.ts';
import type { Invocation } from '../../Invocation.ts';
import { type PageGiven, printPages } from '../../printPages.ts';

const HEADINGS = ['GROUP', 'NAME', 'FREQUENCY', 'APPROVAL', 'FUNDING', 'VERSION'];

export const run = (invocation: Invocation<PageGiven>): Promise<number> =>
  printPages(invocation, {
    readPage: async (page) => (await invocation.read(PayGroupsDocument, page)).payGroups,
    table: (groups) =>
      columns(
        HEADINGS,
        groups.map((group) => [
          group.payGroupId,
          group.name,
          group.frequency,
          group.approvalPolicy,
          group.fundingAccountId,
          group.version,
        ]),
      ),
    none: 'There are no pay groups yet: "groups set" makes one.',
  });
