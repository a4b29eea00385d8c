/** A value of the contract as one reads it out: `MARRIED_FILING_JOINTLY` as `Married filing jointly`. */
export function enumInWords(value: string): string {
  const words = value.replaceAll('_', ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
