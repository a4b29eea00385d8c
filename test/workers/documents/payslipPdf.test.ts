import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PayslipDocument } from '../../../workers/documents/PayslipDocument.ts';
import { payslipPdf } from '../../../workers/documents/payslipPdf.ts';
import { readPdf } from './readPdf.ts';
import { sampleDocument } from './samplePayslip.ts';

const render = async (changes: Partial<PayslipDocument> = {}) => readPdf(await payslipPdf(sampleDocument(changes)));

describe('what it shows', () => {
  test('a payslip is a PDF 1.7 of US Letter pages', async () => {
    const bytes = await payslipPdf(sampleDocument());
    expect(Buffer.from(bytes.subarray(0, 8)).toString()).toBe('%PDF-1.7');
    expect(Buffer.from(bytes.subarray(-6)).toString().trim()).toBe('%%EOF');
    expect(readPdf(bytes).objects).toContain('/MediaBox [0 0 612 792]');
  });

  test.each([
    ['company', 'Globex Corporation'],
    ['employee', 'Ada Lovelace'],
    ["the company's number of the employee", 'E-00042'],
    ['pay period', 'Nov 2, 2026 – Nov 15, 2026'],
    ['pay date', 'Nov 20, 2026'],
    ['rule set', '2026.1'],
    ['an earning with its hours', 'Hourly pay\n80.00\n2,560.00'],
    ['an amount with the year to date beside it', 'Gross pay\n2,897.67\n8,295.34'],
    ['a deduction with its id', 'Health premium (medical)\n125.00\n250.00'],
    ['a tax in words', 'California disability insurance\n36.05\n72.10'],
    ['what was only paid earlier this year', 'Federal income tax on supplemental wages\n0.00\n550.00'],
    ['an order by the end of its id', 'Child support (***7781), 12.00 not taken for want of pay\n300.00\n600.00'],
    ['a reimbursement', 'Reimbursement\n42.50\n85.00'],
    ['an employer tax', 'California employment training tax\n0.00\n0.00'],
    ['net pay', '$1,763.57\n$5,477.14'],
    ['a payment with its account masked', 'Direct deposit\n****6789\n1,000.00'],
    ['a check', 'Check\n763.57'],
  ])('%s', async (_what, text) => {
    const { texts } = await render();
    expect(texts.join('\n')).toContain(text);
  });

  test.each([
    ['VALID', 0],
    ['VOID', 2],
    ['REVERSAL', 2],
  ] as const)('a payslip that is %s is stamped on %i of its pages', async (standing, pages) => {
    const { texts } = await render({ standing });
    expect(texts.filter((text) => text.split('\n').includes(standing))).toHaveLength(pages);
    expect(/This payslip is void|This is a reversal/.test(texts.join())).toBe(standing !== 'VALID');
  });

  test('a table that runs over the page goes on under its headers, and every page has its number', async () => {
    const [earnings] = sampleDocument().sections;
    if (earnings === undefined) throw new Error('the sample has earnings');
    const line = { label: 'Commission', hoursHundredths: undefined, amountCents: 100, yearToDateCents: 100 };
    const { texts } = await render({ sections: [{ ...earnings, lines: Array.from({ length: 120 }, () => line) }] });
    expect(texts.length).toBeGreaterThan(2);
    expect(texts.map((text) => text.match(/Page .*/)?.[0])).toEqual(
      texts.map((_, i) => `Page ${i + 1} of ${texts.length}`),
    );
    const pages = texts.filter((text) => text.includes('Commission'));
    expect(pages.every((text) => text.includes('Hours\nThis pay\nYear to date'))).toBe(true);
    expect(texts.join('\n').match(/^Commission$/gm)).toHaveLength(120);
  });
});

describe('who listens to it', () => {
  test('it has a language, a title that is shown, and a structure of headings, lists and tables', async () => {
    const { objects } = await render();
    for (const entry of ['/StructTreeRoot', '/Lang (en-US)', '/Marked true', '/DisplayDocTitle true']) {
      expect(objects.includes(entry), entry).toBe(true);
    }
    const title = objects.match(/\/Title (\d+) 0 R/)?.[1];
    expect(objects.includes(`\n${title} 0 obj\n(Payslip of Ada Lovelace, Nov 20, 2026)\n`)).toBe(true);
    const count = (type: string) => objects.match(new RegExp(`/S /${type}\\n`, 'g'))?.length;
    expect({ H1: count('H1'), H2: count('H2'), Table: count('Table'), LI: count('LI') }).toEqual({
      H1: 1,
      H2: 9,
      Table: 9,
      LI: 6,
    });
    expect(objects.match(/\/Scope \/Column/g)).toHaveLength(3 + 8 * 2);
    expect(objects.match(/\/Scope \/Row/g)?.length).toBe((count('TR') ?? 0) - 9);
  });

  test('everything that is drawn is in the structure or marked as decoration', async () => {
    const { contents } = await render({ standing: 'VOID' });
    for (const content of contents) {
      let depth = 0;
      for (const [operator] of content.matchAll(/\b(BDC|BMC|EMC|BT|S|f)$/gm)) {
        if (operator === 'BDC' || operator === 'BMC') depth++;
        else if (operator === 'EMC') depth--;
        else expect(depth).toBeGreaterThan(0);
      }
      expect(depth).toBe(0);
    }
  });

  test('a name that the font cannot show is marked, said in a note, and there as it is for whoever listens', async () => {
    const { texts, objects } = await render({ employeeName: 'Łukasz 王' });
    const text = texts.join('\n');
    expect(text).toContain('Lukasz ?*');
    expect(text).toContain('* Not in the letters in which it is recorded');
    const inUtf16 = Buffer.from('\ufeffŁukasz 王', 'utf16le').swap16().toString('latin1');
    expect(objects).toContain(`/ActualText (${inUtf16})`);
  });

  test('a name that the font can show is not marked', async () => {
    const { texts, objects } = await render({ employeeName: 'Zoë Žižek-O’Neill' });
    expect(texts.join('\n')).toContain('Zoë Žižek-O’Neill\n');
    expect(objects).not.toContain('/ActualText');
  });

  test('no name keeps a payslip from being written', async () => {
    const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ unit: 'grapheme' }));
    await fc.assert(
      fc.asyncProperty(anyText, anyText, async (employeeName, companyName) => {
        const bytes = await payslipPdf(sampleDocument({ employeeName, companyName, employeeExternalId: employeeName }));
        expect(readPdf(bytes).texts.join('\n')).toContain('$1,763.57');
      }),
      { numRuns: 25 },
    );
  });
});

describe('its bytes', () => {
  test('equal documents give equal bytes', async () => {
    const [one, two] = [await payslipPdf(sampleDocument()), await payslipPdf(sampleDocument())];
    expect(Buffer.compare(one, two)).toBe(0);
  });

  test('it was made on its pay date, whenever it is made', async () => {
    const { objects } = await render();
    expect(objects.match(/D:\d+/g)).toEqual(['D:20261120000000']);
  });

  test('the id of the file tells one payslip from another', async () => {
    const idOf = async (changes: Partial<PayslipDocument>) =>
      (await render(changes)).objects.match(/\/ID \[<\w+>/)?.[0];
    expect(await idOf({})).toBeDefined();
    expect(await idOf({ payslipId: 'slip_2' })).not.toBe(await idOf({}));
    expect(await idOf({ standing: 'VOID' })).not.toBe(await idOf({}));
  });
});
