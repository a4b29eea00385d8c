import { createHash } from 'node:crypto';
import { AMOUNTS_IN_WORDS, NET_PAY_IN_WORDS, standingInWords } from './documentWords.ts';
import { formatAmount, formatDollars } from './formatAmount.ts';
import { formatDate } from './formatDate.ts';
import { formatHours } from './formatHours.ts';
import { html, type Html } from './html.ts';
import type { PayslipDocument, PayslipDocumentLine, PayslipSection } from './PayslipDocument.ts';
import { PAYSLIP_STYLE } from './payslipStyle.ts';

/** The page may apply this style and nothing else: no script, image, font or request, should anything ever slip through. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(PAYSLIP_STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/* In one piece: its hash counts every blank. */
const STYLE = html.trusted(`<style>${PAYSLIP_STYLE}</style>`);

/** A payslip as one accessible page that needs nothing beside itself, for a screen in light or dark and for paper. */
export function payslipHtml(payslip: PayslipDocument): string {
  const { companyName, employeeName, netPay, payslipId, sections, standing } = payslip;
  const payDate = formatDate(payslip.payDate);
  const words = standingInWords(standing);
  const isEmployers = ({ kind }: PayslipSection) => kind === 'EMPLOYER_TAX';
  const page = html`<!doctype html>
    <html lang="en-US">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>Payslip of ${employeeName}, ${payDate}</title>
        ${STYLE}
      </head>
      <body>
        <main data-stamp="${words?.stamp ?? ''}">
          <header>
            <div>
              <p class="company"><bdi>${companyName}</bdi></p>
              <h1>Payslip</h1>
            </div>
            <p class="figure">
              <span>Net pay</span> <strong>${formatDollars(netPay.amountCents)}</strong>
              <span>Pay date ${payDate}</span>
            </p>
          </header>
          ${words === undefined ? '' : html`<p class="warning">${words.sentence}</p>`}
          <dl>
            ${fact('Employee', employeeName)} ${fact('Employee number', payslip.employeeExternalId)}
            ${fact('Pay period', `${formatDate(payslip.periodStartDate)} – ${formatDate(payslip.periodEndDate)}`)}
            ${fact('Pay date', payDate)} ${fact('Payslip', payslipId)} ${fact('Rule set', payslip.ruleSetVersion)}
          </dl>
          ${sections.filter((section) => !isEmployers(section)).map(sectionTable)} ${netPayTable(netPay)}
          ${paymentTable(payslip)} ${sections.filter(isEmployers).map(sectionTable)}
          <footer><p>${AMOUNTS_IN_WORDS}</p></footer>
        </main>
      </body>
    </html> `;
  return page.text;
}

function fact(name: string, value: string): Html {
  return html`<div>
    <dt>${name}</dt>
    <dd><bdi>${value}</bdi></dd>
  </div>`;
}

function table(title: string, headers: readonly string[], body: readonly Html[], foot?: Html): Html {
  return html`<table>
    <caption>
      <h2>${title}</h2>
    </caption>
    <thead>
      <tr>
        <td></td>
        ${headers.map((header) => html`<th scope="col">${header}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${body}
    </tbody>
    ${
      foot === undefined
        ? ''
        : html`<tfoot>
            ${foot}
          </tfoot>`
    }
  </table> `;
}

function row(label: string, values: readonly string[]): Html {
  return html`<tr>
    <th scope="row"><bdi>${label}</bdi></th>
    ${values.map((value) => html`<td>${value}</td>`)}
  </tr> `;
}

function sectionTable({ kind, title, lines, totalLabel, total }: PayslipSection): Html {
  const hasHours = kind === 'EARNING';
  const amounts = [formatAmount(total.amountCents), formatAmount(total.yearToDateCents)];
  return table(
    title,
    [...(hasHours ? ['Hours'] : []), 'This pay', 'Year to date'],
    lines.map((line) => row(line.label, [...(hasHours ? [hoursOf(line)] : []), ...amountsOf(line)])),
    row(totalLabel, [...(hasHours ? [''] : []), ...amounts]),
  );
}

function hoursOf({ hoursHundredths }: PayslipDocumentLine): string {
  return hoursHundredths === undefined ? '' : formatHours(hoursHundredths);
}

function amountsOf({ amountCents, yearToDateCents }: PayslipDocumentLine): string[] {
  return [formatAmount(amountCents), yearToDateCents === undefined ? '' : formatAmount(yearToDateCents)];
}

function netPayTable({ amountCents, yearToDateCents }: PayslipDocument['netPay']): Html {
  const amounts = [formatDollars(amountCents), formatDollars(yearToDateCents)];
  return html`<div class="result">
    ${table('Net pay', ['This pay', 'Year to date'], [row(NET_PAY_IN_WORDS, amounts)])}
  </div> `;
}

function paymentTable({ payments }: PayslipDocument): Html | '' {
  if (payments.length === 0) return '';
  const rows = payments.map(({ method, maskedAccountNumber, amountCents }) =>
    row(method, [maskedAccountNumber ?? '', formatAmount(amountCents)]),
  );
  return table('Payments', ['Account', 'Amount'], rows);
}
