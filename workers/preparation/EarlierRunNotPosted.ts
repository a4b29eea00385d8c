/**
 * A run of the same pay group is approved and not posted yet: its amounts belong in the years to date that this run freezes.
 * `Retry` in `payrollRun.asl.json` waits for this name.
 */
export class EarlierRunNotPosted extends Error {
  override readonly name = 'EarlierRunNotPosted';
}
