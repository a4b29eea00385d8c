/** A number as a person writes it, read as the decimal string that the service takes, or why it cannot be read. */
export type ReadNumber = { ok: true; decimal: string } | { ok: false; why: string };

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** How amounts are written with separators: whole groups of three digits. */
const GROUPED = {
  comma: /^-?\d{1,3}(,\d{3})+(\.\d+)?$/,
  point: /^-?\d{1,3}(\.\d{3})+(,\d+)?$/,
  blank: /^-?\d{1,3}([ '’]\d{3})+([.,]\d{1,2})?$/,
} as const;

/**
 * Reads an amount of money: `88000`, `$88,000.00`, `88 000.00`, `88.000,00`. What has two meanings is refused: `88.000` may
 * be thousands or cents, and `88,50` is a decimal comma or a digit that is missing, except in a file that is divided by
 * semicolons, as spreadsheets do where the comma is the decimal sign.
 * @param delimiter what divides the cells of the file
 */
export function readAmount(text: string, delimiter: string): ReadNumber {
  const bare = plain(text)
    .replace(/^(-?)\s*(?:\$|USD|US\$)\s*/i, '$1')
    .replace(/\s*(?:\$|USD)$/i, '');
  const hasCommaDecimals = delimiter === ';';
  if (/^\(.*\)$/.test(bare)) return unread(text, 'is an amount in parentheses', 'Write -88.00 for a negative amount');
  if (DECIMAL.test(bare)) {
    const [, cents = ''] = bare.split('.');
    if (cents.length === 3 && /^-?\d{1,3}\./.test(bare))
      return unread(text, 'may be thousands or a fraction', `Write ${bare.replace('.', '')}.00, or ${cutTo(bare, 2)}`);
    if (cents.length > 2) return unread(text, 'has more than two decimals', `Write ${cutTo(bare, 2)}`);
    return { ok: true, decimal: bare };
  }
  if (GROUPED.blank.test(bare)) return { ok: true, decimal: bare.replaceAll(/[ '’]/g, '').replace(',', '.') };
  if (GROUPED.comma.test(bare)) {
    const isOne = bare.indexOf(',') === bare.lastIndexOf(',') && !bare.includes('.');
    if (isOne && hasCommaDecimals)
      return unread(text, 'may be thousands or a fraction', `Write ${bare.replace(',', '')}.00`);
    return withTwoDecimals(text, bare.replaceAll(',', ''));
  }
  if (GROUPED.point.test(bare)) return withTwoDecimals(text, bare.replaceAll('.', '').replace(',', '.'));
  if (/^-?\d+,\d{1,2}$/.test(bare)) {
    const decimal = bare.replace(',', '.');
    return hasCommaDecimals
      ? { ok: true, decimal }
      : unread(
          text,
          'has a comma where there are not three digits after it',
          `Write ${decimal} if it is a decimal comma`,
        );
  }
  return unread(text, 'is not an amount', 'Write it as 88000.00');
}

/** Reads a number of hours or percent: `6.25`, `6.25 %`; `6,25`, because nobody groups so few digits. */
export function readDecimal(text: string, unit: 'percent' | 'hours'): ReadNumber {
  const bare = unit === 'percent' ? plain(text).replace(/\s*%$/, '') : plain(text);
  const decimal = /^-?\d+,\d{1,2}$/.test(bare) ? bare.replace(',', '.') : bare;
  if (DECIMAL.test(decimal)) return { ok: true, decimal };
  if (unit === 'hours' && /^\d+:[0-5]\d$/.test(bare)) {
    const [hours, minutes] = bare.split(':').map(Number) as [number, number];
    const hundredths = (hours * 60 + minutes) * (100 / 60);
    const way = Number.isInteger(hundredths)
      ? `Write ${hundredths / 100}`
      : 'Write hours with two decimals, such as 7.33';
    return unread(text, 'is hours and minutes', way);
  }
  return unread(text, unit === 'percent' ? 'is not a percentage' : 'is not a number of hours', 'Write it as 6.25');
}

/** Without the blanks of spreadsheets (no-break ones too) at its ends and doubled, and with the sign of a keyboard. */
const plain = (text: string) =>
  text
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .replace(/^[\u2212\u2013]/, '-');

const cutTo = (decimal: string, places: number) => decimal.slice(0, decimal.indexOf('.') + 1 + places);

function withTwoDecimals(text: string, decimal: string): ReadNumber {
  const [, cents = ''] = decimal.split('.');
  return cents.length > 2
    ? unread(text, 'has more than two decimals', `Write ${cutTo(decimal, 2)}`)
    : { ok: true, decimal };
}

const unread = (text: string, what: string, way: string): ReadNumber => ({
  ok: false,
  why: `"${text}" ${what}. ${way}.`,
});
