import { type ErrorCode, refuse, type Result, succeed } from '../../errors.ts';

export type ReturnCode = {
  /** `R` and two digits for a returned entry, `C` and two digits for a notice of change. */
  readonly code: string;
  readonly meaning: string;
  /** What fixes it, and who does: shown to the payroll office and to the employee. */
  readonly resolution: string;
};

/** Confirmed codes that concern wages. Source: Nacha Operating Rules, return reason codes and change codes. */
const MEANINGS: Readonly<Record<string, readonly [meaning: string, resolution: string]>> = {
  R01: [
    'The account does not hold enough. Only debits are returned for this: a reversal did not bring the money back.',
    'Payroll agrees with the employee how the money is paid back.',
  ],
  R02: ['The account is closed.', 'The employee names another account; payroll pays the amount again.'],
  R03: [
    'There is no such account, or it is not in this name.',
    'The employee checks account number and name with the bank; payroll corrects them and pays the amount again.',
  ],
  R04: [
    'The account number is not built as this bank builds them.',
    'The employee reads the number from a check; payroll corrects it and pays the amount again.',
  ],
  C01: [
    'The account number was wrong; the bank knew which was meant and paid.',
    'Payroll records the number that the bank names, within six banking days or before the next pay.',
  ],
  C02: [
    'The routing number was wrong; the bank knew which was meant and paid.',
    'Payroll records the number that the bank names, within six banking days or before the next pay.',
  ],
};

/** What the bank means by a code. @returns `INVALID_INPUT` for a text that is no code; any other code is explained, if only in general */
export function returnCode(code: string): Result<ReturnCode, ErrorCode> {
  if (!/^[RC][0-9]{2}$/.test(code)) {
    const problem = `"${code.slice(0, 20)}" is not a code of the ACH network.`;
    return refuse('INVALID_INPUT', problem, 'Send R or C and two digits, such as R03.', 'returnCode');
  }
  const [meaning, resolution] =
    MEANINGS[code] ??
    (code.startsWith('R')
      ? [
          `The bank sent the entry back with the code ${code}.`,
          'Payroll asks its bank what the code asks for, then pays again.',
        ]
      : [
          `The bank paid, and names a correction with the code ${code}.`,
          'Payroll asks its bank what to correct before the next pay.',
        ]);
  return succeed({ code, meaning, resolution });
}
