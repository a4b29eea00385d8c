/**
 * C0 and C1 control characters, and those that turn the direction of writing: in a name they could rewrite what a terminal
 * shows.
 */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** The text without what would act on a terminal: each such character is shown as �. */
export const plainText = (text: string): string => text.replaceAll(CONTROLS, '\uFFFD');

/** The same for every text in an answer. */
export function plainTexts<Value>(value: Value): Value {
  if (typeof value === 'string') return plainText(value) as Value;
  if (Array.isArray(value)) return value.map(plainTexts) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, plainTexts(member as unknown)]),
  ) as Value;
}

/** JSON on one line, the same document: what JSON leaves as it is and a terminal would obey is escaped. */
export const plainJson = (document: unknown): string =>
  (JSON.stringify(document) ?? 'null').replaceAll(
    CONTROLS,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
