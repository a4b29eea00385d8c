import { unsupported } from './unsupported.ts';

/** Refuses by name the first of `properties` that is not among `known`. `owner` is what has them, as AWS calls it. */
export function refuseOtherProperties(properties: object, known: readonly string[], owner: string): void {
  for (const name of Object.keys(properties)) if (!known.includes(name)) unsupported(`${name} of ${owner}`);
}
