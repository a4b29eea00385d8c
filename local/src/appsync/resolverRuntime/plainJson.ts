/** A value of the sandbox as plain JSON of this realm; `undefined` becomes null at the top and vanishes below it. */
export function plainJson(value: unknown): unknown {
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as unknown);
}
