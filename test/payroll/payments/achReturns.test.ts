import { describe, expect, test } from 'vitest';
import { readAchReturns } from '../../../payroll/payments/ach/readAchReturns.ts';
import { returnCode } from '../../../payroll/payments/ach/returnCode.ts';

// A return, a returned prenote and a notice of change, as a bank sends them back.
// prettier-ignore
const FILE = [
  //        1         2         3         4         5         6         7         8         9
  //234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234
  '1011912345678 0210000212611271200A094101ACME MFG               FIRST BANK                     ',
  '5220ACME MFG                            1912345678PPDPAYROLL   261125261127   1011401530000001',
  '62101140153312345678         0000123456E-1001         ADA LOVELACE            1011401530000001',
  '799R03021000020000042      01140153                                            011401530000001',
  '62101140153387654321         0000000000E-1002         ALAN TURING             1011401530000002',
  '799R04021000020000043      01140153NOT OUR FORMAT: ASK FOR THE NUMBER ON CHECKS011401530000002',
  '822000000400022803060000000000000000001234561912345678                         011401530000001',
  '5220ACME MFG                            1912345678CORPAYROLL   261125261127   1011401530000002',
  '62102100002122222222         0000000000E-1003         GRACE HOPPER            1021000020000003',
  '798C01021000020000044      0210000233333333                                    021000020000003',
  '822000000200021000020000000000000000000000001912345678                         011401530000002',
  '9000002000002000000060004380308000000000000000000123456                                       ',
  ...Array<string>(8).fill('9'.repeat(94)),
];
const textOf = (lines: readonly string[]) => `${lines.join('\n')}\n`;

describe('what the bank sends back', () => {
  const returns = [
    {
      kind: 'RETURN',
      code: 'R03',
      originalTraceNumber: '021000020000042',
      amountCents: 123_456,
      individualId: 'E-1001',
      individualName: 'ADA LOVELACE',
      information: '',
      recordNumber: 4,
    },
    {
      kind: 'RETURN',
      code: 'R04',
      originalTraceNumber: '021000020000043',
      amountCents: 0,
      individualId: 'E-1002',
      individualName: 'ALAN TURING',
      information: 'NOT OUR FORMAT: ASK FOR THE NUMBER ON CHECKS',
      recordNumber: 6,
    },
    {
      kind: 'CHANGE',
      code: 'C01',
      originalTraceNumber: '021000020000044',
      amountCents: 0,
      individualId: 'E-1003',
      individualName: 'GRACE HOPPER',
      information: '33333333',
      recordNumber: 10,
    },
  ];

  test('returns and notices of change name the trace number that went out', () => {
    expect(readAchReturns(textOf(FILE))).toEqual({ ok: true, value: returns });
  });

  test.each([
    ['Windows line ends', FILE.join('\r\n')],
    ['old line ends', `${FILE.join('\r')}\r`],
    ['no line ends', FILE.join('')],
    ['a byte order mark', `\uFEFF${textOf(FILE)}`],
    ['blanks cut off', FILE.map((line) => line.trimEnd()).join('\n')],
    ['blanks added', FILE.map((line) => `${line}  `).join('\r\n')],
    ['no filling', textOf(FILE.slice(0, 12))],
    ['an empty file before it', textOf([FILE[0] ?? '', `9000000000001${'0'.repeat(42)}`, ...FILE])],
  ])('a file with %s is read', (_case, text) => {
    const read = readAchReturns(text);
    const plain = read.ok ? read.value.map((each) => ({ ...each, recordNumber: 0 })) : read;
    expect(plain).toEqual(returns.map((each) => ({ ...each, recordNumber: 0 })));
  });

  test('several files in one are all read', () => {
    const read = readAchReturns(textOf([...FILE, ...FILE]));
    expect(read.ok ? read.value.map(({ code }) => code) : read).toEqual(['R03', 'R04', 'C01', 'R03', 'R04', 'C01']);
  });

  test.each([
    ['R68', 'DISHONORED'],
    ['R61', 'DISHONORED'],
    ['R70', 'DISHONORED'],
    ['R71', 'CONTESTED'],
    ['R72', 'CONTESTED'],
    ['R77', 'CONTESTED'],
    ['R85', 'RETURN'],
    ['R29', 'RETURN'],
  ])('%s is kept apart: %s', (code, kind) => {
    const read = readAchReturns(textOf(FILE.with(3, (FILE[3] ?? '').replace('R03', code))));
    expect(read.ok && read.value[0]).toMatchObject({ code, kind });
  });

  test.each([
    ['is cut short', FILE.slice(0, 11), 'Record 11 is the last'],
    ['lost an entry', FILE.toSpliced(4, 2), 'counts 6 entries and addenda; the file has 4'],
    ['lost the reason of an entry', FILE.toSpliced(3, 1), 'Record 3 has no addenda'],
    ['has another amount', FILE.with(2, (FILE[2] ?? '').replace('123456E', '123457E')), 'do not add up'],
    ['holds an ordinary addenda', FILE.with(3, (FILE[3] ?? '').replace('799', '705')), 'Record 4 is not an addenda'],
    ['has a short line', FILE.with(2, 'short'), 'Line 3 has 5 characters'],
    ['is empty', [], 'The text holds no record'],
    ['has an entry whose end was cut', FILE.with(2, (FILE[2] ?? '').slice(0, 90)), 'Line 3 has 90 characters'],
    ['is a payment file', FILE.toSpliced(3, 1).toSpliced(4, 1), 'Record 3 has no addenda'],
    ['is a table', ['name,code', 'Ada,R03'], 'Line 1 has 9 characters'],
    ['begins in the middle', FILE.slice(1), 'Record 1 is outside of a file'],
    ['has a second file that is cut short', [...FILE, ...FILE.slice(0, 5)], 'Record 25 is the last'],
  ])('a file that %s is refused whole', (_case, lines, message) => {
    const refusal = readAchReturns(textOf(lines));
    expect(refusal).toMatchObject({ ok: false, error: { type: 'RETURN_FILE_UNREADABLE' } });
    expect(refusal.ok ? '' : refusal.error.message).toContain(message);
  });
});

describe('codes', () => {
  test.each([
    ['R01', /reversal/, /Payroll/],
    ['R02', /closed/, /employee names another account/],
    ['R03', /no such account/, /employee checks/],
    ['R04', /account number/, /reads the number from a check/],
    ['C01', /account number was wrong/, /six banking days/],
    ['C02', /routing number was wrong/, /six banking days/],
    ['R23', /code R23/, /asks its bank/],
    ['C05', /code C05/, /asks its bank/],
  ])('%s has a meaning and somebody who mends it', (code, meaning, resolution) => {
    expect(returnCode(code)).toEqual({
      ok: true,
      value: { code, meaning: expect.stringMatching(meaning), resolution: expect.stringMatching(resolution) },
    });
  });

  test.each(['', 'R1', 'R001', 'X03', 'r03', 'R03 '])('"%s" is no code', (code) => {
    expect(returnCode(code)).toMatchObject({ ok: false, error: { type: 'INVALID_INPUT' } });
  });
});
