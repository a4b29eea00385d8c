/**
 * Answers what goes into `Authorization`: a user's access token, or `key <secret>` of a partner application. With
 * `forceRefresh` the service has refused the token that was answered before, whatever its date says.
 */
export type TokenSource = string | ((request: { forceRefresh: boolean }) => string | Promise<string>);

/** The token of now. */
export const tokenOf = async (source: TokenSource, forceRefresh: boolean): Promise<string> =>
  typeof source === 'string' ? source : source({ forceRefresh });
