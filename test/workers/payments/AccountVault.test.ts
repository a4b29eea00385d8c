import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { AccountVault } from '../../../workers/secrets/AccountVault.ts';
import { endOfAccount } from '../../../workers/secrets/endOfAccount.ts';

const vault = new AccountVault(randomBytes(32));
const OWNER = { ownerId: 'emp_1', accountType: 'CHECKING', routingNumber: '021000021' } as const;

test('a sealed number opens for its owner, its kind of account and its bank alone', () => {
  const sealed = vault.seal(OWNER, '123456789');
  expect(sealed).not.toContain('123456789');
  expect(vault.open(OWNER, sealed)).toBe('123456789');
  expect(() => vault.open({ ...OWNER, ownerId: 'emp_2' }, sealed)).toThrow();
  expect(() => vault.open({ ...OWNER, accountType: 'SAVINGS' }, sealed)).toThrow();
  expect(() => vault.open({ ...OWNER, routingNumber: '011401533' }, sealed)).toThrow();
  expect(() => new AccountVault(randomBytes(32)).open(OWNER, sealed)).toThrow();
});

test('a seal that was changed anywhere does not open', () => {
  const bytes = Buffer.from(vault.seal(OWNER, '123456789'), 'base64url');
  for (const at of bytes.keys()) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => vault.open(OWNER, changed.toString('base64url'))).toThrow();
  }
});

test('the same number is never sealed to the same text, and always has the same fingerprint', () => {
  expect(vault.seal(OWNER, '123456789')).not.toBe(vault.seal(OWNER, '123456789'));
  expect(vault.fingerprint('123456789')).toBe(vault.fingerprint('123456789'));
  expect(vault.fingerprint('123456789')).not.toBe(vault.fingerprint('123456780'));
  expect(new AccountVault(randomBytes(32)).fingerprint('123456789')).not.toBe(vault.fingerprint('123456789'));
});

test.each([
  ['123456789', '6789'],
  ['12345678', '5678'],
  ['123456', '456'],
  ['1234', '34'],
])('of the number %s only %s is shown: never more than half', (accountNumber, shown) => {
  expect(endOfAccount(accountNumber)).toBe(shown);
});
