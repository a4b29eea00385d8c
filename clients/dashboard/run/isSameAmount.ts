/** Whether a person typed `amount`, with or without `$`, commas and spaces. Compared as text: nothing is rounded. */
export const isSameAmount = (typed: string, amount: string): boolean => typed.replace(/[$,\s]/g, '') === amount;
