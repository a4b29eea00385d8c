const LONGEST = 40;

/** A value as a refusal quotes it: its beginning, in quotation marks, with what cannot be shown escaped. */
export function quoted(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value)?.slice(0, LONGEST) ?? 'absent';
  return value.length > LONGEST ? `${JSON.stringify(value.slice(0, LONGEST))}...` : JSON.stringify(value);
}
