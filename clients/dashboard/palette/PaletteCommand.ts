import { formatDate, formatPeriod } from '../format/formatDate.ts';
import { runTypeInWords } from '../format/runTypeInWords.ts';
import { statusInWords } from '../format/statusInWords.ts';
import { mayOpen } from '../navigation/mayOpen.ts';
import type { Place } from '../navigation/placesOf.ts';
import { hrefOf } from '../navigation/Route.ts';
import type { Run } from '../run/Run.ts';
import type { Session } from '../session/Session.ts';

/** Something that the palette offers. */
export interface PaletteCommand {
  id: string;
  text: string;
  /** Beside the text, for telling one from the other. */
  detail: string;
  /** Further words that find it. */
  keywords: string;
  /** Where it leads; undefined: it signs out. */
  href: string | undefined;
}

const goTo = (text: string, href: string, detail = 'Screen'): PaletteCommand => ({
  ...{ id: href, text, detail, href },
  keywords: '',
});

/** What a person may go to and do, whatever was typed. */
export const standingCommands = (places: readonly Place[], session: Session): PaletteCommand[] => [
  ...places.map(({ text, route }) => goTo(text, hrefOf(route))),
  ...(mayOpen('start', session) ? [goTo('Start a run', hrefOf({ screen: 'start' }), 'Action')] : []),
  ...(mayOpen('employeeImport', session)
    ? [goTo('Import employees', hrefOf({ screen: 'employeeImport' }), 'Action')]
    : []),
  { id: 'sign-out', text: 'Sign out', detail: 'Action', keywords: 'log out leave', href: undefined },
];

/** A run, found by its group, its period in words or in figures, its status, its type or its id. */
export const runCommand = (run: Run, groupName: string): PaletteCommand => ({
  id: run.runId,
  text: `${groupName}, ${formatPeriod(run.period)}${run.sequence > 1 ? `, run ${run.sequence}` : ''}`,
  detail: `${run.type === 'REGULAR' ? 'Run' : runTypeInWords(run.type)}, ${statusInWords(run.status, run.paymentState).toLowerCase()}`,
  keywords: `${run.runId} ${run.period.startDate} ${run.period.endDate} ${run.period.payDate} ${formatDate(run.period.payDate)}`,
  href: hrefOf({ screen: 'run', runId: run.runId }),
});

/** The commands in which every typed word occurs. The id of a run or an employee leads there, listed or not. */
export function commandsFor(typed: string, commands: readonly PaletteCommand[], session: Session): PaletteCommand[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const found = commands.filter(({ text, detail, keywords }) => {
    const all = `${text} ${detail} ${keywords}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
  const id = typed.trim();
  if (/^run_\w+$/.test(id) && mayOpen('run', session) && !found.some((command) => command.id === id))
    return [...found, goTo(`Open ${id}`, hrefOf({ screen: 'run', runId: id }), 'Run')];
  if (/^emp_\w+$/.test(id) && mayOpen('employee', session))
    return [...found, goTo(`Open ${id}`, hrefOf({ screen: 'employee', employeeId: id }), 'Employee')];
  return found;
}
