import { describe, expect, test } from 'vitest';
import { bankAccountProblem } from '../../../payroll/payments/BankAccount.ts';
import { isRoutingNumber } from '../../../payroll/payments/isRoutingNumber.ts';

describe('a routing number', () => {
  const known = ['021000021', '011401533', '091000019', '121000358', '322271627'];

  test.each(known)('%s of a bank is one', (routingNumber) => {
    expect(isRoutingNumber(routingNumber)).toBe(true);
  });

  test.each(known)('%s with any one digit mistyped is none', (routingNumber) => {
    for (let at = 0; at < 9; at++) {
      for (let digit = 0; digit <= 9; digit++) {
        const typed = routingNumber.slice(0, at) + String(digit) + routingNumber.slice(at + 1);
        expect([typed, isRoutingNumber(typed)]).toEqual([typed, typed === routingNumber]);
      }
    }
  });

  test.each(['000000000', '', '21000021', '0210000210', '02100002A', ' 21000021', '٠٢١٠٠٠٠٢١'])(
    '"%s" is none',
    (text) => {
      expect(isRoutingNumber(text)).toBe(false);
    },
  );
});

describe('an account number', () => {
  const problemWith = (accountNumber: string) =>
    bankAccountProblem({ accountType: 'CHECKING', routingNumber: '021000021', accountNumber }, 'directDeposits[0]');

  test.each(['1234', '12345678901234567', '00-12-AB', 'x1y2'])('%s can be written', (accountNumber) => {
    expect(problemWith(accountNumber)).toBeUndefined();
  });

  test.each(['123', '123456789012345678', '12 34', '12/34', '١٢٣٤'])(
    '"%s" cannot, and is not repeated',
    (accountNumber) => {
      const problem = problemWith(accountNumber);
      expect(problem?.error).toMatchObject({ type: 'INVALID_BANK_ACCOUNT', field: 'directDeposits[0].accountNumber' });
      expect(problem?.error.message).not.toContain(accountNumber);
    },
  );
});
