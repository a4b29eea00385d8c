import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvLine } from '../../../../payroll/csv.ts';
import { planEmployeeImport } from '../../../../clients/sdk/import/planEmployeeImport.ts';
import { readEmployeesCsv } from '../../../../clients/sdk/import/readEmployeesCsv.ts';
import { readInputsCsv } from '../../../../clients/sdk/import/readInputsCsv.ts';

/* A file is read as it was meant, or refused with the line, the column, the cause and the way out. */

const COLUMNS = ['externalId', 'payGroupId', 'givenName', 'familyName', 'hireDate', 'workState'];
const HEADING = [...COLUMNS, 'compensationType', 'annualSalary'].join(',');
const row = (externalId: string, { name = 'Ana', salary = '52000' } = {}) =>
  `${externalId},weekly,${name},Chen,2021-03-15,TX,SALARY,${salary}`;
const fileOf = (...rows: string[]) => `${[HEADING, ...rows].join('\n')}\n`;

/** What a file comes to where nobody is on file. */
const read = (file: Uint8Array | string, mapping?: ReadonlyMap<string, string>) => {
  const plan = planEmployeeImport(readEmployeesCsv(file, mapping ? { mapping } : {}), new Map());
  const sent = plan.rows.flatMap(({ employee }) => (employee ? [employee] : []));
  return {
    sent,
    problems: [...plan.problems, ...plan.rows.flatMap((each) => each.problems)],
    questions: plan.questions,
  };
};
const salaryOf = (salary: string, delimiter = ',') => {
  const file = fileOf(row('7', { salary: '@' }))
    .replaceAll(',', delimiter)
    .replace('@', `"${salary}"`);
  const { sent, problems } = read(file);
  return sent[0]?.compensation?.annualSalary ?? problems[0];
};

const utf16 = (text: string, isBigEndian = false) => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return isBigEndian ? bytes.swap16() : bytes;
};

describe('encodings', () => {
  const file = fileOf(row('7', { name: 'Zoë 王' }));

  test.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(file)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${file}`)],
    ['UTF-16, as “Unicode text” of Excel', utf16(file)],
    ['UTF-16, the high byte first', utf16(file, true)],
  ])('%s is read', (_encoding, bytes) => {
    expect(read(bytes)).toMatchObject({ sent: [{ givenName: 'Zoë 王' }], problems: [] });
  });

  test.each<[string, Uint8Array, object]>([
    [
      'Windows-1252',
      Buffer.from(fileOf(row('7'), row('8', { name: 'Zoë' })), 'latin1'),
      { line: 3, column: 'givenName', message: expect.stringMatching(/0xEB, which is “ë” in Windows-1252.*CSV UTF-8/) },
    ],
    [
      'UTF-16 without its mark',
      Buffer.from(file, 'utf16le'),
      { line: 1, message: expect.stringContaining('UTF-16 without its byte order mark') },
    ],
    ['UTF-16 that is cut off', utf16(file).subarray(0, -1), { message: expect.stringContaining('cut off') }],
    [
      'a name in which a character was lost before',
      Buffer.from(fileOf(row('7', { name: 'Zo\uFFFD' }))),
      { line: 2, column: 'givenName', message: expect.stringContaining('was lost when the file was made') },
    ],
    ['an Excel workbook', Buffer.from('PK\x03\x04...'), { message: expect.stringContaining('Excel workbook') }],
    ['nothing', Buffer.alloc(0), { line: 1, message: expect.stringContaining('The file is empty') }],
  ])('%s is refused, and nothing of the file is sent', (_encoding, bytes, problem) => {
    expect(read(bytes)).toMatchObject({ sent: [], problems: [problem] });
  });
});

describe('separators and ends of lines', () => {
  const file = fileOf(row('7'), row('8'));

  test.each([
    ['semicolons', file.replaceAll(',', ';')],
    ['tabs', file.replaceAll(',', '\t')],
    ['a first line that names the separator', `sep=;\r\n${file.replaceAll(',', ';')}`],
    ['CRLF', file.replaceAll('\n', '\r\n')],
    ['CR', file.replaceAll('\n', '\r')],
    ['blank lines and rows of empty cells', `${file}\n,,,,,,,\n\n`],
    ['separators for columns that were once used', file.replaceAll('\n', ',,,\n')],
    ['quotes around everything', file.replaceAll(/[^,\n]+/g, '"$&"')],
  ])('%s are read', (_what, text) => {
    expect(read(text)).toMatchObject({ sent: [{ externalId: '7' }, { externalId: '8' }], problems: [] });
  });

  test('a row is named by the line on which it begins, whatever came before it', () => {
    const file = `${HEADING}\r\n${row('7', { name: '"An\r\na"' })}\r\n\r\n${row('8').replace('SALARY', 'YEARLY')}\r\n`;
    expect(read(file)).toMatchObject({
      sent: [{ givenName: 'An\r\na' }],
      problems: [{ line: 5, column: 'compensationType' }],
    });
  });

  test('a short or long row is a problem of its line, with its count of cells, and the others are read', () => {
    expect(read(fileOf(row('7'), '8,weekly,Ben', row('9'), `${row('10')},x`))).toMatchObject({
      sent: [{ externalId: '7' }, { externalId: '9' }],
      problems: [
        { line: 3, message: 'Line 3 has 3 cells, the heading 8.' },
        { line: 5, message: 'Line 5 has 9 cells, the heading 8.' },
      ],
    });
  });

  test('a quote that is never closed is told with the line on which it opens', () => {
    expect(read(fileOf(row('7'), row('8', { name: '"Ana' }), row('9')))).toMatchObject({
      sent: [],
      problems: [{ line: 3, message: expect.stringContaining('never closed') }],
    });
  });
});

describe('the same number twice', () => {
  test('every row of it is a problem of its line, and none of them is sent', () => {
    const rows = Array.from({ length: 32 }, (_, index) => row(`E${index === 31 ? 0 : index}`));
    const { sent, problems } = read(fileOf(...rows));
    expect(sent).toHaveLength(30);
    expect(problems).toMatchObject([
      { line: 2, column: 'externalId', message: expect.stringContaining('also in line 33') },
      { line: 33, column: 'externalId', message: expect.stringContaining('also in line 2') },
    ]);
  });

  test.each([
    ['blanks', '"7 "'],
    ['leading zeros', '007'],
    ['the width of characters', '７'],
  ])('a number that differs by %s alone is asked about', (_what, twin) => {
    expect(read(fileOf(row('7'), row('8'), row(twin)))).toMatchObject({
      problems: [],
      questions: [
        { line: 4, column: 'externalId', message: expect.stringMatching(/^externalId .*line 2.*same employee/) },
      ],
    });
  });

  test('hours of twins are asked about, too', () => {
    expect(readInputsCsv('externalId,hoursWeek1\na1,40\nA1,40\n').questions).toMatchObject([
      { line: 3, message: expect.stringContaining('capital letters') },
    ]);
  });
});

describe('amounts', () => {
  test.each([
    ['88000', ',', '88000'],
    ['$88,000', ',', '88000'],
    ['$ 88,000.50', ',', '88000.50'],
    ['88,000', ',', '88000'],
    ['1,088,000', ';', '1088000'],
    ['88.000,00', ',', '88000.00'],
    ['1.088.000', ';', '1088000'],
    ['88 000.00', ',', '88000.00'],
    ['88\u00a0000,00', ';', '88000.00'],
    ['88000,50', ';', '88000.50'],
    ['88000 USD', ',', '88000'],
    ['−5.00', ',', '-5.00'],
  ])('%s in a file divided by "%s" is %s', (written, delimiter, amount) => {
    expect(salaryOf(written, delimiter)).toBe(amount);
  });

  test.each([
    ['88.000', ',', 'Write 88000.00, or 88.00'],
    ['88,000', ';', 'Write 88000.00'],
    ['88,50', ',', 'Write 88.50 if'],
    ['88000.125', ',', 'more than two decimals'],
    ['(88.00)', ',', 'parentheses'],
    ['8.8E+04', ',', 'Write it as 88000.00'],
    ['€88', ',', 'Write it as 88000.00'],
    ['eighty', ',', 'Write it as 88000.00'],
  ])('%s in a file divided by "%s" is refused: %s', (written, delimiter, says) => {
    expect(salaryOf(written, delimiter)).toMatchObject({
      line: 2,
      column: 'annualSalary',
      message: expect.stringContaining(says),
    });
  });

  test('an amount that is written with separators is read as the same amount', () => {
    const dollars = fc.integer({ min: 0, max: 99_999_999 });
    fc.assert(
      fc.property(
        dollars,
        fc.integer({ min: 0, max: 99 }),
        fc.constantFrom('en-US', 'de-DE'),
        (whole, cents, locale) => {
          const digits = String(cents).padStart(2, '0');
          const written = `${whole.toLocaleString(locale)}${locale === 'en-US' ? '.' : ','}${digits}`;
          expect(salaryOf(written, locale === 'en-US' ? ',' : ';')).toBe(`${whole}.${digits}`);
        },
      ),
    );
  });

  test('hours and percentages with a decimal comma or a sign are read, minutes are refused with the number', () => {
    const hours = (text: string) => readInputsCsv(`externalId,hoursWeek1\n7,"${text}"\n`);
    expect(hours('46,5').rows).toMatchObject([{ row: { hoursWorked: [{ hours: '46.5' }] } }]);
    expect(hours('46:30').problems).toMatchObject([{ message: expect.stringContaining('Write 46.5') }]);
    const file = `${COLUMNS.join(',')},roth401kPercent\n7,weekly,Ana,Chen,2021-03-15,TX,6 %\n`;
    expect(read(file).sent).toMatchObject([{ deductions: [{ percent: '6' }] }]);
  });

  test('words in another case are read: spreadsheets write TRUE', () => {
    const file = `${COLUMNS.join(',')},filingStatus,multipleJobs\n7,weekly,Ana,Chen,2021-03-15,TX,Head of household,TRUE\n`;
    expect(read(file).sent).toMatchObject([{ taxProfile: { filingStatus: 'HEAD_OF_HOUSEHOLD', multipleJobs: true } }]);
  });

  test.each([
    ['11000015', '12345', 'depositRoutingNumber', 'leading zeros'],
    ['011000015', '1.23E+11', 'depositAccountNumber', 'shortened by a spreadsheet'],
  ])(
    'a routing number %s with the account %s is refused: spreadsheets spoil digits',
    (routing, account, column, says) => {
      const file = `${COLUMNS.join(',')},depositRoutingNumber,depositAccountNumber\n7,weekly,A,C,2021-03-15,TX,${routing},${account}\n`;
      expect(read(file).problems).toMatchObject([{ line: 2, column, message: expect.stringContaining(says) }]);
    },
  );
});

describe('headings', () => {
  const others =
    'Employee ID,Pay Group,First Name,Last Name,Hire Date,Worked In State,Notes\n7,weekly,Ana,Chen,2021-03-15,TX,hello\n';

  test('of another product are refused by name, each with the column that it probably is', () => {
    const { sent, problems } = read(others);
    expect(sent).toEqual([]);
    expect(problems.filter(({ suggestion }) => suggestion)).toMatchObject([
      { line: 1, column: 'Employee ID', suggestion: 'externalId' },
      { line: 1, column: 'Pay Group', suggestion: 'payGroupId' },
      { line: 1, column: 'First Name', suggestion: 'givenName' },
      { line: 1, column: 'Last Name', suggestion: 'familyName' },
      { line: 1, column: 'Hire Date', suggestion: 'hireDate' },
      { line: 1, column: 'Worked In State', suggestion: 'workState' },
    ]);
    expect(problems).toContainEqual(expect.objectContaining({ line: 1, column: 'Notes' }));
  });

  test('that are mapped by hand are read, and a column that is mapped to nothing is left out', () => {
    const mapping = new Map([
      ['Employee ID', 'externalId'],
      ['Pay Group', 'payGroupId'],
      ['First Name', 'givenName'],
      ['Last Name', 'familyName'],
      ['Hire Date', 'hireDate'],
      ['Worked In State', 'workState'],
      ['Notes', ''],
    ]);
    expect(read(others, mapping)).toMatchObject({ sent: [{ externalId: '7', givenName: 'Ana' }], problems: [] });
  });

  test.each([
    ['a heading that is not there', new Map([['Nick', 'givenName']]), 'Nick'],
    ['a column that does not exist', new Map([['familyName', 'surname']]), 'familyName'],
    ['a column that is there already', new Map([['familyName', 'givenName']]), 'familyName'],
  ])('a mapping of %s is refused', (_what, mapping, column) => {
    expect(read(fileOf(row('7')), mapping).problems).toContainEqual(expect.objectContaining({ line: 1, column }));
  });

  test('that stand twice are refused with their places', () => {
    const file = `${HEADING},givenName\n${row('7')},Anna\n`;
    expect(read(file)).toMatchObject({
      sent: [],
      problems: [{ line: 1, column: 'givenName', message: expect.stringContaining('as columns 3 and 9') }],
    });
  });

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    '"%s" is a heading like any other',
    (heading) => {
      expect(read(`${HEADING},${heading}\n${row('7')},x\n`)).toMatchObject({
        sent: [],
        problems: [{ column: heading }],
      });
      expect(read(`${HEADING},${heading}\n${row('7')},x\n`, new Map([[heading, '']]))).toMatchObject({
        sent: [{ externalId: '7' }],
        problems: [],
      });
    },
  );
});

test('a row that no call has room for is named with its size, the limit and the way out, and the others can be sent', () => {
  const { sent, problems } = read(fileOf(row('7'), row('8', { name: 'x'.repeat(1_000_000) })));
  expect(sent).toMatchObject([{ externalId: '7' }]);
  expect(problems).toMatchObject([
    { line: 3, message: expect.stringMatching(/^Line 3 takes 1,000,\d{3} bytes.*990,000/) },
  ]);
});

test('text that was guarded against formulas is read as it was, whatever it is', () => {
  const text = fc.string({ unit: fc.constantFrom(...`'=+-@＝ \t",;a1\u200b`), minLength: 1 });
  fc.assert(
    fc.property(text, (givenName) => {
      fc.pre(/\S/.test(givenName));
      const cells = ['7', 'weekly', givenName, 'Chen', '2021-03-15', 'TX'];
      const file = csvLine(COLUMNS.map((name) => ({ text: name }))) + csvLine(cells.map((cell) => ({ text: cell })));
      expect(read(file).sent).toMatchObject([{ givenName }]);
    }),
  );
});
