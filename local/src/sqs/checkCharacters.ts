import { sqsError } from './sqsError.ts';

/** What XML 1.0 can carry, which SQS still demands of every body and every text attribute. */
const FORBIDDEN_CHARACTERS = /[^\u0009\u000A\u000D\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** Throws `InvalidMessageContents`. */
export function checkCharacters(text: string): void {
  if (!FORBIDDEN_CHARACTERS.test(text)) return;
  throw sqsError(
    'InvalidMessageContents',
    'Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF',
  );
}
