import type { YearToDate, YearToDateAmount } from '../clients/generated/schema.ts';
import { maybeMoneyOf, moneyOf } from './money.ts';

/** In the text of `payroll/yearToDateCodec.ts`, format, year, gross, net and two more come before the line codes. */
const MEMBERS_BEFORE_AMOUNTS = 6;

/** A year to date as the API shows it. @param entry the employee's, as `table/yearToDate.ts` writes it */
export function yearToDateOf(employeeId: string, entry: string): YearToDate {
  const blank = entry.indexOf(' ');
  const members = entry.slice(blank + 1).split('|');
  const amounts: YearToDateAmount[] = [];
  let taxable = '';
  // `#`, `&` and `%` begin what is kept by deduction, by order and by month.
  const byCode = members
    .slice(MEMBERS_BEFORE_AMOUNTS)
    .filter((member) => !member.startsWith('#') && !member.startsWith('&') && !member.startsWith('%'));
  for (const member of byCode) {
    const [code, amountCents, ...wages] = member.split(' ') as [string, string, ...string[]];
    const sign = wages.find((wage) => wage.startsWith('@'));
    // Nothing after the sign: as for the code before.
    if (sign && sign.length > 1) taxable = sign.slice(1);
    amounts.push({
      code,
      amount: moneyOf(numberOf(amountCents)),
      taxableWages: maybeMoneyOf(sign ? numberOf(taxable) : undefined),
    });
  }
  const [, year, gross, net] = members as [string, string, string, string];
  return {
    employeeId,
    year: numberOf(year),
    grossPay: moneyOf(numberOf(gross)),
    netPay: moneyOf(numberOf(net)),
    amounts,
    postedRunCount: numberOf(entry.slice(0, blank)),
  };
}

const numberOf = (text: string) => JSON.parse(text) as number;
