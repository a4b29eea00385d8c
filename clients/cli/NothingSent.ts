/** Ends a dry run: everything that was to be sent has been shown. */
export class NothingSent extends Error {
  override readonly name = 'NothingSent';
}
