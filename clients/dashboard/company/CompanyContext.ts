import { createContext, useContext } from 'react';
import type { PayGroupsQuery } from '../../generated/operations/graphql.ts';
import type { Answer } from '../api/useAnswer.ts';

export type PayGroup = NonNullable<PayGroupsQuery['payGroups']>['nodes'][number];

/** The caller's company, read once for all screens. */
export type CompanyAnswer = Answer<{
  name: string;
  /** Whether the person who started a run may also approve it. */
  selfApprovalAllowed: boolean;
  /** How many employees were ever added; numbers that were reserved and not used count too. */
  employeeCount: number;
  payGroups: readonly PayGroup[];
}>;

export const CompanyContext = createContext<CompanyAnswer>({ value: undefined, fault: undefined, retry: () => {} });

/** The name of a pay group, or its id until the names are read. */
export function usePayGroupName(payGroupId: string): string {
  const { value } = useContext(CompanyContext);
  return value?.payGroups.find((group) => group.payGroupId === payGroupId)?.name ?? payGroupId;
}
