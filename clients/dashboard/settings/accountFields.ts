import type { FundingAccountsQuery } from '../../generated/operations/graphql.ts';
import { draftOf, valuesOf } from '../form/draftOf.ts';
import { type Draft, type Field, textIn } from '../form/Field.ts';

export type FundingAccount = NonNullable<FundingAccountsQuery['fundingAccounts']>[number];

const ID_FIELD: Field = {
  ...{ name: 'fundingAccountId', label: 'Id', kind: 'text', isRequired: true, maxLength: 40 },
  description: 'Letters, digits, - or _. It stays.',
};

const FIELDS: readonly Field[] = [
  { name: 'name', label: 'Name', kind: 'text', isRequired: true },
  { name: 'bankName', label: 'Bank', kind: 'text', isRequired: true },
  {
    ...{ name: 'accountType', label: 'Kind of account', kind: 'choice', isRequired: true },
    options: [
      { value: 'CHECKING', text: 'Checking' },
      { value: 'SAVINGS', text: 'Savings' },
    ],
  },
  {
    name: 'routingNumber',
    label: 'Routing number',
    kind: 'text',
    isRequired: true,
    maxLength: 9,
    description: 'Nine digits.',
  },
  {
    ...{ name: 'accountNumber', label: 'Account number', kind: 'text', isRequired: true, maxLength: 17 },
    description: 'The masked number stands for the recorded one.',
  },
  {
    ...{
      name: 'companyIdentification',
      label: 'Company identification',
      kind: 'text',
      isRequired: true,
      maxLength: 10,
    },
    description: 'Ten characters from the bank, often 1 and the employer number.',
  },
  {
    ...{ name: 'companyEntryName', label: 'Name on statements', kind: 'text', isRequired: true, maxLength: 16 },
    description: 'What employees see. Up to 16 characters.',
  },
  {
    ...{ name: 'sendsPrenotes', label: 'Test new accounts first', kind: 'flag' },
    description: 'A prenote goes out first; until it is three banking days old, pay is by check.',
  },
  {
    ...{ name: 'sendsBalancedFiles', label: 'Balanced files', kind: 'flag' },
    description: 'For banks that ask for the entry that takes the money from this account.',
  },
];

export const accountFields = (isNew: boolean): readonly Field[] => (isNew ? [ID_FIELD, ...FIELDS] : FIELDS);

export const accountDraft = (account: FundingAccount | undefined): Draft =>
  account
    ? draftOf(FIELDS, { ...account, accountNumber: account.maskedAccountNumber })
    : { ...draftOf(accountFields(true), {}), accountType: 'CHECKING' };

/** What records it: a number that was not typed again is not sent, with what belongs to it. */
export function accountInput(draft: Draft, account: FundingAccount | undefined) {
  const { accountNumber, routingNumber, accountType, ...values } = valuesOf(
    accountFields(account === undefined),
    draft,
  );
  const isTyped = textIn(draft, 'accountNumber').trim() !== account?.maskedAccountNumber;
  const moved = routingNumber !== account?.routingNumber || accountType !== account?.accountType;
  return {
    ...values,
    fundingAccountId: account?.fundingAccountId ?? textIn(draft, 'fundingAccountId').trim(),
    ...(isTyped || moved ? { routingNumber, accountType, ...(isTyped ? { accountNumber } : {}) } : {}),
  };
}
