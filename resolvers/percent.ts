/** Parts per million as the API shows a rate: `62000` is `6.2` percent; null where there is none. */
export function percentOf(ratePpm: number | undefined): string | null {
  return ratePpm === undefined ? null : `${ratePpm / 10000}`;
}
