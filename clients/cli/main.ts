/** `npm run payroll -- <command>`: the command line of the payroll service. */
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { PayrollClientError } from '../sdk/PayrollClientError.ts';
import { CliError, EXIT } from './CliError.ts';
import type { Command, Invocation } from './Command.ts';
import { employeesImport, employeesList, employeesShow } from './commands/employees.ts';
import { payslipsExplain, payslipsShow, payslipsVerify } from './commands/payslips.ts';
import { payslipsCalculate } from './commands/payslipsCalculate.ts';
import { runsApprove, runsCancel, runsList, runsReject, runsShow, runsWatch } from './commands/runs.ts';
import { runsStart } from './commands/runsStart.ts';
import { token } from './commands/token.ts';
import { openSession, type Session } from './Session.ts';

const COMMANDS: readonly Command[] = [
  runsStart,
  runsList,
  runsShow,
  runsWatch,
  runsApprove,
  runsReject,
  runsCancel,
  employeesImport,
  employeesList,
  employeesShow,
  payslipsShow,
  payslipsExplain,
  payslipsVerify,
  payslipsCalculate,
  token,
];

const COMMON_OPTIONS = {
  json: { type: 'boolean' },
  as: { type: 'string' },
  'data-dir': { type: 'string', default: '.payroll' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsOptionsConfig;

function help(): string {
  return [
    'payroll <command> [options]',
    '',
    ...COMMANDS.flatMap(({ name, synopsis, summary }) => [`  ${name} ${synopsis}`, `      ${summary}`]),
    '',
    'Everywhere: --json (one JSON document a line), --as USER (a sample user: admin, approver, viewer), --data-dir DIR.',
    'Elsewhere than on this machine: PAYROLL_GRAPHQL_URL with PAYROLL_TOKEN, or with PAYROLL_USER_POOL_ENDPOINT,',
    'PAYROLL_USER_POOL_CLIENT_ID, PAYROLL_USERNAME and PAYROLL_PASSWORD.',
    'Exit codes: 0 done, 1 done in part, 2 wrong usage, 3 refused by the service, 4 not allowed, 5 not reachable.',
  ].join('\n');
}

async function main(words: string[]): Promise<number> {
  const command = COMMANDS.find(({ name }) => name.split(' ').every((word, index) => words[index] === word));
  if (!command) {
    if (words.length === 0 || words.includes('--help') || words.includes('-h')) {
      console.log(help());
      return EXIT.ok;
    }
    throw new CliError(
      EXIT.usage,
      'UNKNOWN_COMMAND',
      `There is no command "${words.slice(0, 2).join(' ')}"; see --help.`,
    );
  }
  const { values, positionals } = parseArgs({
    args: words.slice(command.name.split(' ').length),
    options: { ...COMMON_OPTIONS, ...command.options },
    allowPositionals: true,
  });
  const options = values as Record<string, string | boolean | undefined>;
  if (options['help']) {
    console.log(`payroll ${command.name} ${command.synopsis}\n${command.summary}`);
    return EXIT.ok;
  }
  let opened: Session | undefined;
  const invocation: Invocation = {
    words: positionals,
    options,
    json: options['json'] === true,
    // Opened when a command asks for it: some do without the service.
    get session() {
      return (opened ??= openSession({
        dataDirectory: String(options['data-dir']),
        as: typeof options['as'] === 'string' ? options['as'] : undefined,
        group: command.group ?? 'PayrollAdmin',
      }));
    },
  };
  try {
    return await command.run(invocation);
  } finally {
    opened?.client.close();
  }
}

function exitCodeOf(error: unknown): { exitCode: number; code: string } {
  if (error instanceof CliError) return error;
  if (error instanceof PayrollClientError) {
    if (error.code === 'NETWORK') return { exitCode: EXIT.unreachable, code: error.code };
    const isRefusedEntry = /Unauthorized|NotAuthorized|UserNotFound/.test(error.code);
    return { exitCode: isRefusedEntry ? EXIT.unauthorized : EXIT.refused, code: error.code };
  }
  const { code } = error as NodeJS.ErrnoException;
  if (code?.startsWith('ERR_PARSE_ARGS')) return { exitCode: EXIT.usage, code };
  return { exitCode: EXIT.incomplete, code: 'UNEXPECTED' };
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const { exitCode, code } = exitCodeOf(error);
  const { message } = error as Error;
  if (process.argv.includes('--json')) console.error(JSON.stringify({ error: { code, message } }));
  else console.error(code === 'UNEXPECTED' ? ((error as Error).stack ?? message) : `${code}: ${message}`);
  process.exitCode = exitCode;
}
