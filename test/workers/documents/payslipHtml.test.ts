import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PayslipDocument } from '../../../workers/documents/PayslipDocument.ts';
import { payslipHtml } from '../../../workers/documents/payslipHtml.ts';
import { launchBrowser } from '../../dashboard/browser.ts';
import { expectAccessible } from '../../dashboard/expectAccessible.ts';
import { sampleDocument } from './samplePayslip.ts';

const HOSTILE = `<img src=x onerror=alert(1)> "'&</main><script>alert(2)</script>`;

/** Every string of a document replaced by `text`, but for what has a form of its own: dates, and the standing. */
function everywhere(text: string): PayslipDocument {
  const { sections, payments, ...document } = sampleDocument();
  return {
    ...document,
    payslipId: text,
    companyName: text,
    employeeName: text,
    employeeExternalId: text,
    ruleSetVersion: text,
    sections: sections.map((section) => ({
      ...section,
      title: text,
      totalLabel: text,
      lines: section.lines.map((line) => ({ ...line, label: text })),
    })),
    payments: payments.map((payment) => ({ ...payment, method: text, maskedAccountNumber: text })),
  };
}

describe('the markup', () => {
  const tagsOf = (page: string) => page.match(/<[^>]*>/g);

  test('nothing in the data becomes markup', () => {
    expect(tagsOf(payslipHtml(everywhere(HOSTILE)))).toEqual(tagsOf(payslipHtml(everywhere('plain'))));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(tagsOf(payslipHtml(everywhere(text)))).toEqual(tagsOf(payslipHtml(everywhere('plain'))));
      }),
      { numRuns: 50 },
    );
  });

  test('it has a language, no script and no request, and equal documents give equal pages', () => {
    const page = payslipHtml(sampleDocument());
    expect(page).toContain('<html lang="en-US">');
    expect(page).not.toMatch(/<script|https?:|url\(|@import/);
    expect(payslipHtml(sampleDocument())).toBe(page);
  });
});

describe('in a browser', () => {
  let browser: Browser | undefined;
  let reason = '';

  beforeAll(async () => {
    const launched = await launchBrowser();
    if ('reason' in launched) reason = launched.reason;
    else browser = launched;
  });
  afterAll(async () => browser?.close());

  async function open(document: PayslipDocument) {
    if (browser === undefined) throw new Error(reason);
    const page = await (await browser.newContext({ colorScheme: 'light' })).newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => complaints.push(message.text()));
    await page.setContent(payslipHtml(document));
    return { page, complaints };
  }

  test('axe finds nothing wrong in light or dark, the style is let through, and names stay names', async ({ skip }) => {
    if (browser === undefined) return skip(reason);
    const { page, complaints } = await open(sampleDocument({ standing: 'VOID', employeeName: HOSTILE }));
    expect(await page.locator('dd').first().innerText()).toBe(HOSTILE);
    expect(await page.evaluate(`getComputedStyle(document.querySelector('h1')).fontSize`)).toBe('30px');
    await expectAccessible(page);
    expect(complaints).toEqual([]);
  });

  test('tables have names, and every amount has a row and a column', async ({ skip }) => {
    if (browser === undefined) return skip(reason);
    const { page } = await open(sampleDocument());
    const taxes = page.getByRole('table', { name: 'Taxes', exact: true });
    await taxes.waitFor();
    expect(await taxes.getByRole('columnheader').allInnerTexts()).toEqual(['This pay', 'Year to date']);
    const row = taxes.getByRole('row', { name: 'Social Security' });
    expect(await row.getByRole('rowheader').innerText()).toBe('Social Security');
    expect(await row.getByRole('cell').allInnerTexts()).toEqual(['171.91', '343.82']);
  });

  test('it fits a telephone, whatever the name', async ({ skip }) => {
    if (browser === undefined) return skip(reason);
    const { page } = await open(everywhere('W'.repeat(200)));
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  });
});
