import type { Parameters } from '../Parameter.ts';

/** The run that a command is about. */
export const RUN = {
  run: { kind: 'text', of: 'RUN', says: 'the run, as "runs list" shows it', required: true },
} as const;

/** Why something is done; it stays in the run's history. */
export const REASON = {
  reason: { kind: 'text', of: 'TEXT', says: 'why; it stays in the history of the run', required: true },
} as const;

export const WATCH = {
  watch: { kind: 'flag', says: 'follow the run until it waits for a person or is over' },
} as const;

/** Those who are meant, if not all. */
export const EMPLOYEES = {
  employees: { kind: 'list', of: 'EMPLOYEE', says: 'employees, as "employees list" shows them' },
} as const;

/** How much of a list is shown. */
export const PAGE = {
  first: { kind: 'whole', of: 'N', says: 'how many, 1 to 100 (50)' },
  after: { kind: 'text', of: 'CURSOR', says: 'continue after a page, by the cursor that it ended with' },
  all: { kind: 'flag', says: 'the whole list, page by page; in JSON a line for each' },
} as const;

/** A payslip, in one of the two ways in which it has a name. */
export const PAYSLIP = {
  payslip: { kind: 'text', of: 'PAYSLIP', says: 'the payslip (slip_...), or its run (run_...)', required: true },
  employee: { kind: 'text', of: 'EMPLOYEE', says: 'with a run: the employee (emp_...)' },
} as const satisfies Parameters;

/** How a file is imported. */
export const IMPORT = {
  map: {
    kind: 'texts',
    of: 'HEADING=COLUMN',
    says: 'a column under another heading, such as "First Name=givenName"; "Notes=" leaves one out (may be repeated)',
  },
  yes: { kind: 'flag', says: 'send it without asking' },
} as const satisfies Parameters;
