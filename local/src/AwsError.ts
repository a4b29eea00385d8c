/**
 * A refusal in AWS's own words. `code` is the exception name that SDK clients expose as `error.name`
 * (for example `ConditionalCheckFailedException`); `extra` holds further members of the error body
 * (for example `CancellationReasons`). Thrown by every emulated service, turned into its wire form by the gateway.
 */
export class AwsError extends Error {
  readonly code: string;
  readonly statusCode: number;
  readonly extra: Record<string, unknown>;

  constructor(code: string, message: string, options: { statusCode?: number; extra?: Record<string, unknown> } = {}) {
    super(message);
    this.name = code;
    this.code = code;
    this.statusCode = options.statusCode ?? 400;
    this.extra = options.extra ?? {};
  }
}
