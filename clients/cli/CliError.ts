/** What the process answers with; documented in `payroll --help`. */
export const EXIT = {
  ok: 0,
  /** The command was understood and answered, but not everything in it succeeded. */
  incomplete: 1,
  usage: 2,
  /** The service refused for a reason of the trade. */
  refused: 3,
  /** Not signed in, or not allowed. */
  unauthorized: 4,
  unreachable: 5,
} as const;

/** Ends the command with a message for a person and an exit code for a script. */
export class CliError extends Error {
  readonly exitCode: number;
  readonly code: string;

  constructor(exitCode: number, code: string, message: string) {
    super(message);
    this.exitCode = exitCode;
    this.code = code;
  }
}

interface Refusal {
  code: string;
  message: string;
  field?: string[] | null;
}

/** Throws the first refusal, if there is one. */
export function refuseUserErrors(userErrors: Refusal[] | undefined): void {
  const [first] = userErrors ?? [];
  if (!first) return;
  const field = first.field?.length ? `${first.field.join('.')}: ` : '';
  throw new CliError(EXIT.refused, first.code, `${field}${first.message}`);
}
