/** The claims of a verified token. */
export type Claims = Readonly<Record<string, unknown>>;

/** Checks signature, expiry and issuer of a user pool's tokens. */
export interface UserPoolTokens {
  /** Throws `AwsError` `UnauthorizedException`, with `Token has expired.` for one that was good once. */
  verify(jwt: string): Promise<Claims>;
}
