import { expect, test } from 'vitest';
import { changedAccount } from '../../../payroll/payments/ach/changedAccount.ts';

/* What a bank names in a notice of change, by its code. */

test.each([
  ['C01', '33333333', { accountNumber: '33333333' }],
  ['C02', '121000374', { routingNumber: '121000374' }],
  ['C03', '121000374   33333333', { routingNumber: '121000374', accountNumber: '33333333' }],
  ['C05', '32', { accountType: 'SAVINGS' }],
  ['C06', '33333333            22', { accountNumber: '33333333', accountType: 'CHECKING' }],
  [
    'C07',
    '12100037433333333      32',
    { routingNumber: '121000374', accountNumber: '33333333', accountType: 'SAVINGS' },
  ],
])('%s "%s"', (code, information, expected) => {
  expect(changedAccount(code, information)).toEqual(expected);
});

test.each([
  ['C04', 'ADA KING'],
  ['C01', '3333 3333'],
  ['C02', ''],
  ['C05', '77'],
  ['C06', '33333333'],
  ['C13', ''],
])('%s "%s" is for a person to read', (code, information) => {
  const changed = changedAccount(code, information);
  expect(changed === undefined || Object.values(changed).every((value) => value === '')).toBe(true);
});
