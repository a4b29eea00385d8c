/**
 * Money that does not add up. Nothing is tried again and nothing is paid: the workflow stops, because `Retry` in
 * `payrollRun.asl.json` excludes this name.
 */
export class PayrollAssertionFailed extends Error {
  override readonly name = 'PayrollAssertionFailed';
}
