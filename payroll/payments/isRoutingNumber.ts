/**
 * Whether `text` is nine digits with a right check digit: 3(d1+d4+d7) + 7(d2+d5+d8) + (d3+d6+d9) is a multiple of 10.
 * Nine zeros would pass the sum and are no bank. Source: ABA routing number check digit.
 */
export function isRoutingNumber(text: string): boolean {
  if (text.length !== 9 || text === '000000000') return false;
  let sum = 0;
  for (let i = 0; i < 9; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return false;
    sum += digit * (i % 3 === 0 ? 3 : i % 3 === 1 ? 7 : 1);
  }
  return sum % 10 === 0;
}
