import type { Caller } from '../Caller.ts';

/** What Signature Version 4 signs. */
export interface SignedRequest {
  method: string;
  path: string;
  /** Without the question mark. */
  query: string;
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** Answers who signed a request for service `appsync`; throws `AwsError` `UnauthorizedException`. */
export type VerifySigV4 = (request: SignedRequest) => Caller | Promise<Caller>;
