/** Refusals that several commands share, each naming the value, the limit and the next step. */
import { refuse } from '../../payroll/errors.ts';
import { quoted } from './quoted.ts';

export const invalidInput = (field: string, value: unknown, limit: string, resolution: string) =>
  refuse('INVALID_INPUT', `${field} is ${quoted(value)}; it must be ${limit}.`, resolution, field);

/** A member that only a change may leave out. @param what such as `Hook "h1"` */
export const neededToCreate = (what: string, member: string) =>
  refuse(
    'INVALID_INPUT',
    `${what} does not exist yet, and ${member} is absent.`,
    `Give ${member} to create it; later changes may leave it out.`,
    member,
  );

export const companyNotFound = (companyId: string) =>
  refuse(
    'COMPANY_NOT_FOUND',
    `Company "${companyId}" of the signed-in caller does not exist.`,
    'Create it with upsertCompany first.',
  );

export const payGroupNotFound = (payGroupId: string) =>
  refuse(
    'PAY_GROUP_NOT_FOUND',
    `Pay group "${payGroupId}" does not exist in this company.`,
    'List the groups with the query payGroups, or create it with upsertPayGroup.',
    'payGroupId',
  );

export const runNotFound = (runId: string) =>
  refuse(
    'RUN_NOT_FOUND',
    `Payroll run "${runId}" does not exist in this company.`,
    'List the runs with the query payrollRuns.',
    'runId',
  );

export const hookNotFound = (hookId: string) =>
  refuse(
    'HOOK_NOT_FOUND',
    `Hook "${hookId}" does not exist in this company.`,
    'List the hooks with the query hooks.',
    'hookId',
  );

export const fundingAccountNotFound = (fundingAccountId: string) =>
  refuse(
    'FUNDING_ACCOUNT_NOT_FOUND',
    `Funding account "${fundingAccountId}" does not exist in this company.`,
    'List the accounts with the query fundingAccounts, or add it with upsertFundingAccount.',
    'fundingAccountId',
  );
