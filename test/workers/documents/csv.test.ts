import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell, Column } from '../../../workers/documents/Column.ts';
import { csvHeader, csvRows } from '../../../workers/documents/csv.ts';
import { jsonLines } from '../../../workers/documents/jsonLines.ts';

const columnsOf = (count: number): Column<readonly Cell[]>[] =>
  Array.from({ length: count }, (_, i) => ({ header: `column${i}`, cell: (row) => row[i] }));
const fieldOf = (cell: Cell) => csvRows(columnsOf(1), [[cell]]).slice(0, -2);

describe('text that a spreadsheet would take for a formula is text', () => {
  test.each([
    ['=', '=1+1', "'=1+1"],
    ['+', '+1', "'+1"],
    ['-', '-1', "'-1"],
    ['@', '@SUM(A1)', "'@SUM(A1)"],
    ['tab', '\tx', "'\tx"],
    ['carriage return', '\r=1', '"\'\r=1"'],
    ['line feed', '\nx', '"\'\nx"'],
    ['behind blanks', '   =1', "'   =1"],
    ['behind a blank that does not break', '\u00a0=1', "'\u00a0=1"],
    ['behind characters that are not seen', '\u200b\ufeff\u0000=1', "'\u200b\ufeff\u0000=1"],
    ['full width', '＝1', "'＝1"],
    ['full width minus', '－1', "'－1"],
    ['full width at', '＠A', "'＠A"],
    ['small plus', '﹢1', "'﹢1"],
    ['with a mark behind it', '=\u03381', "'=\u03381"],
    ['quoted as well', '=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
    ['an apostrophe of its own gets another', "'=1", "''=1"],
  ])('%s', (_case, text, field) => {
    expect(fieldOf(text)).toBe(field);
  });
});

describe('everything else is as it is', () => {
  test.each<[string, Cell, string]>([
    ['a name', 'Ada Lovelace', 'Ada Lovelace'],
    ['an apostrophe', "'t Hooft", "'t Hooft"],
    ['a sign inside', 'a=b', 'a=b'],
    ['a comma', 'Lovelace, Ada', '"Lovelace, Ada"'],
    ['a quotation mark', 'Ada "Countess"', '"Ada ""Countess"""'],
    ['a line break', 'a\nb', '"a\nb"'],
    ['blanks at the ends', ' a ', '" a "'],
    ['a masked account', '****1234', '****1234'],
    ['a count', 3, '3'],
    ['an amount', { amountCents: 123_450 }, '1234.50'],
    ['a negative amount is a number', { amountCents: -1_250 }, '-12.50'],
    ['an amount of nothing', { amountCents: 0 }, '0.00'],
    ['what is absent', undefined, ''],
  ])('%s', (_case, cell, field) => {
    expect(fieldOf(cell)).toBe(field);
  });
});

test('lines end in CRLF, the header first, behind the mark by which spreadsheets know UTF-8', () => {
  const columns = columnsOf(2);
  expect(
    csvHeader(columns) +
      csvRows(columns, [
        ['a', 1],
        ['b', undefined],
      ]),
  ).toBe('\uFEFFcolumn0,column1\r\na,1\r\nb,\r\n');
});

test('whoever reads the file and takes one apostrophe from before a formula has every cell back', () => {
  const isFormula = (text: string) => /^'*([\t\r\n]|[\s\p{C}]*[=+\-@])/u.test(text.normalize('NFKD'));
  const withoutGuard = (field: string) => (field.startsWith("'") && isFormula(field) ? field.slice(1) : field);
  const signs = fc.string({ unit: fc.constantFrom(...`'=+-@＝－ \t\r\n",;a1\u200b\u0338`) });
  const text = fc.oneof(signs, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 5 }), (rows) => {
      const file = csvHeader(columnsOf(3)) + csvRows(columnsOf(3), rows);
      const fields = parse(file, { bom: true, from_line: 2, record_delimiter: '\r\n' });
      expect(fields.map((row) => row.map(withoutGuard))).toEqual(rows);
      for (const field of fields.flat()) expect(field).not.toMatch(/^[\s\p{C}]*[=+\-@＝＋－＠]/u);
    }),
  );
});

test('JSON Lines have the same cells: amounts as decimal strings, nothing as null', () => {
  const rows: Cell[][] = [
    ['=1', 2, { amountCents: -1_250 }],
    ['a\nb', undefined, { amountCents: 5 }],
  ];
  const lines = jsonLines(columnsOf(3), rows);
  expect(lines).toBe(
    '{"column0":"=1","column1":2,"column2":"-12.50"}\n{"column0":"a\\nb","column1":null,"column2":"0.05"}\n',
  );
});
