/** What the process answers with. The help and docs/cli.md print this table. */
export const EXIT_CODES = {
  ok: [0, 'done'],
  incomplete: [
    1,
    'answered, but not everything in it is well: rows refused, a run failed or blocked, a payslip differs',
  ],
  usage: [2, 'the command was not understood'],
  refused: [3, 'the service refused: a business rule forbids it, or there is no such thing'],
  unauthorized: [4, 'not signed in, or not allowed'],
  unreachable: [5, 'the service does not answer'],
  unconfirmed: [6, 'money would have moved: say --yes, or confirm on a terminal'],
  timedOut: [7, 'the time of --timeout has passed; what was started continues'],
  fault: [70, 'a fault of the service or of this program'],
  interrupted: [130, 'Ctrl-C; what was started continues'],
} as const satisfies Record<string, readonly [number, string]>;

type Codes = { readonly [Name in keyof typeof EXIT_CODES]: (typeof EXIT_CODES)[Name][0] };

export const EXIT = Object.fromEntries(Object.entries(EXIT_CODES).map(([name, [code]]) => [name, code])) as Codes;
