import type { Command } from './Command.ts';
import { company } from './commands/company.ts';
import { cost } from './commands/cost.ts';
import { deadLetters } from './commands/deadLetters.ts';
import { employees } from './commands/employees.ts';
import { funding } from './commands/funding.ts';
import { groups } from './commands/groups.ts';
import { hooks } from './commands/hooks.ts';
import { inputs } from './commands/inputs.ts';
import { keys } from './commands/keys.ts';
import { payments } from './commands/payments.ts';
import { payslips } from './commands/payslips.ts';
import { reports } from './commands/reports.ts';
import { runs } from './commands/runs.ts';
import { schedules } from './commands/schedules.ts';
import { taxes } from './commands/taxes.ts';
import { tools } from './commands/tools.ts';

/** The commands that begin with one word. */
export interface Chapter {
  noun: string;
  title: string;
  commands: readonly Command[];
}

/** Every command, in the order of the help. */
export const CATALOG: readonly Chapter[] = [
  { noun: 'runs', title: 'Runs', commands: [...runs, ...reports] },
  { noun: 'payments', title: 'Payments', commands: payments },
  { noun: 'payslips', title: 'Payslips', commands: payslips },
  { noun: 'employees', title: 'Employees', commands: employees },
  { noun: 'inputs', title: 'Hours and earnings', commands: inputs },
  { noun: 'groups', title: 'Pay groups', commands: groups },
  { noun: 'schedules', title: 'Pay schedules', commands: schedules },
  { noun: 'funding', title: 'Funding accounts', commands: funding },
  { noun: 'taxes', title: 'Taxes', commands: taxes },
  { noun: 'hooks', title: 'Hooks', commands: hooks },
  { noun: 'keys', title: 'API keys', commands: keys },
  { noun: 'dead-letters', title: 'Work that was given up', commands: deadLetters },
  { noun: 'company', title: 'Company', commands: company },
  { noun: 'cost', title: 'Cost', commands: cost },
  { noun: '', title: 'This command line', commands: tools },
];
