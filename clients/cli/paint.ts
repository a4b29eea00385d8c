import { styleText } from 'node:util';

const STYLES = {
  green: /\b(PAID|APPROVED|VERIFIED|SUCCEEDED|COMPLETED|CREATED)\b/g,
  yellow: /\b(AWAITING_APPROVAL|PARTIALLY_PAID|WAITING|WARNING|DRAFT|EXCLUDED)\b/g,
  red: /\b(FAILED|BLOCKED|BLOCKING|RETURNED|REFUSED|REJECTED|TIMED_OUT)\b/g,
  bold: /^[A-Z][A-Z ]{2,}( {2,}[A-Z][A-Z ]*)*$/gm,
} as const;

/**
 * Colours the statuses and the headings of a text that is finished and plain. Colour comes last, so that nothing in the
 * data can carry it.
 */
export function paint(text: string): string {
  let painted = text;
  for (const [style, pattern] of Object.entries(STYLES) as ['green', RegExp][])
    painted = painted.replaceAll(pattern, (word) => styleText(style, word, { validateStream: false }));
  return painted;
}
