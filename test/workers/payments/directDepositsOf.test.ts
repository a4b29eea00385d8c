import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import type { DirectDepositInput } from '../../../clients/generated/schema.ts';
import { directDepositsOf } from '../../../workers/commands/employeeFile/directDepositsOf.ts';
import { sealDeposits } from '../../../workers/commands/employeeFile/sealDeposits.ts';
import { AccountVault } from '../../../workers/secrets/AccountVault.ts';

/* How net pay is divided, as it is handed in. */

const ACCOUNT = { accountType: 'CHECKING', routingNumber: '021000021', accountNumber: '123456789' } as const;
const vault = new AccountVault(randomBytes(32));

test.each<[string, DirectDepositInput[], string, string]>([
  ['a wrong check digit', [{ ...ACCOUNT, routingNumber: '021000022' }], 'INVALID_BANK_ACCOUNT', '0.routingNumber'],
  [
    'an account number with a blank',
    [{ ...ACCOUNT, accountNumber: '1234 5678' }],
    'INVALID_BANK_ACCOUNT',
    '0.accountNumber',
  ],
  ['a last part that does not take the rest', [{ ...ACCOUNT, amount: '100' }], 'INVALID_INPUT', '0'],
  ['a part that takes the rest before another', [ACCOUNT, ACCOUNT], 'INVALID_INPUT', '0'],
  ['an amount and a percentage', [{ ...ACCOUNT, amount: '1', percent: '1' }, ACCOUNT], 'INVALID_INPUT', '0.percent'],
  ['a part of nothing', [{ ...ACCOUNT, amount: '0' }, ACCOUNT], 'INVALID_INPUT', '0'],
  ['more than all', [{ ...ACCOUNT, percent: '60' }, { ...ACCOUNT, percent: '50' }, ACCOUNT], 'INVALID_INPUT', ''],
  ['six parts', [...new Array<DirectDepositInput>(5).fill({ ...ACCOUNT, amount: '1' }), ACCOUNT], 'INVALID_INPUT', ''],
])('%s is refused, and the number is not said', (_case, inputs, type, place) => {
  const refused = directDepositsOf(inputs);
  const field = place === '' ? 'directDeposits' : `directDeposits.${place}`;
  expect(refused).toMatchObject({ ok: false, error: { type, field } });
  expect(JSON.stringify(refused)).not.toMatch(/12345678|1234 5678/);
});

test('an account that the employee has already keeps its seal and its prenote; another one is sealed anew', () => {
  const handedIn = directDepositsOf([
    { ...ACCOUNT, amount: '100' },
    { ...ACCOUNT, accountNumber: '55555555' },
  ]);
  if (!handedIn.ok) throw new Error(handedIn.error.message);
  const first = sealDeposits('emp_1', handedIn.value, [], vault);
  expect(first).toMatchObject([
    { split: 1, last4: '6789', amountCents: 10_000 },
    { split: 2, last4: '5555' },
  ]);
  expect(JSON.stringify(first)).not.toMatch(/123456789|55555555/);
  const prenoted = first.map((deposit) => ({ ...deposit, prenotedOn: '2026-11-03' }));
  expect(sealDeposits('emp_1', handedIn.value, prenoted, vault)).toEqual(prenoted);

  const moved = directDepositsOf([{ ...ACCOUNT, accountNumber: '999999999' }]);
  if (!moved.ok) throw new Error(moved.error.message);
  const [next] = sealDeposits('emp_1', moved.value, prenoted, vault);
  expect(next).toMatchObject({ split: 1, last4: '9999' });
  expect(next).not.toHaveProperty('prenotedOn');
});
