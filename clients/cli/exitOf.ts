import { isPayrollError } from '../sdk/PayrollError.ts';
import { PayrollRefusal } from '../sdk/PayrollRefusal.ts';
import { CliError } from './CliError.ts';
import { EXIT } from './exitCodes.ts';
import { withResolution } from '../sdk/withResolution.ts';

export interface Exit {
  exitCode: number;
  code: string;
  message: string;
  /** Why a command was refused: all reasons. */
  userErrors?: PayrollRefusal['userErrors'];
}

/** The exit code and the words for what ended a command. */
export function exitOf(error: unknown): Exit {
  const { message } = error as Error;
  if (error instanceof CliError) return { exitCode: error.exitCode, code: error.code, message };
  if (error instanceof PayrollRefusal)
    return { exitCode: EXIT.refused, code: error.code, message: reasons(error), userErrors: error.userErrors };
  if (isPayrollError(error)) return { exitCode: exitCodeOfFault(error.code), code: error.code, message };
  return { exitCode: EXIT.fault, code: 'UNEXPECTED', message: (error as Error).stack ?? message };
}

const reasons = ({ userErrors }: PayrollRefusal): string =>
  userErrors
    .map(({ field, ...reason }) => `${field?.length ? `${field.join('.')}: ` : ''}${withResolution(reason)}`)
    .join(' ');

function exitCodeOfFault(code: string): number {
  if (code === 'NETWORK') return EXIT.unreachable;
  if (/Unauthorized|NotAuthorized|UserNotFound|WAFForbidden/.test(code)) return EXIT.unauthorized;
  // A resolver that says no does so in capitals, such as INVALID_CURSOR.
  return /_NOT_FOUND$|^INVALID_|^PAYSLIP_/.test(code) ? EXIT.refused : EXIT.fault;
}
