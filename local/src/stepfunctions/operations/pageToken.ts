import { AwsError } from '../../AwsError.ts';

/** Continues a listing after `position`; opaque to callers, and good only for the listing it came from. */
export function pageTokenFor(listing: string, position: number): string {
  return Buffer.from(JSON.stringify([listing, position])).toString('base64url');
}

export function positionOf(token: string | undefined, listing: string): number | undefined {
  if (token === undefined) return undefined;
  try {
    const [of, position] = JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) as [string, number];
    if (of === listing && typeof position === 'number') return position;
  } catch {
    // Not a token of ours: refused below.
  }
  throw new AwsError('InvalidToken', "Invalid Token: 'Invalid token'");
}
