/** What a cell of the grid holds, in hundredths: of an hour, of a unit of money, or whole days. */
export type CellKind = 'hours' | 'money' | 'days';

const HOURS_OF_A_WEEK = 16_800;
const LARGEST_AMOUNT = 1_000_000_000;
const MOST_DAYS = 31;

export type ReadCell = { ok: true; hundredths: number | undefined } | { ok: false; problem: string };

const wrong = (problem: string): ReadCell => ({ ok: false, problem });

/** Reads what was typed or pasted: `1,234.50`, `$20`, `40`, `7:30` for hours. Empty: nothing is entered. */
export function readCell(typed: string, kind: CellKind): ReadCell {
  const text = typed.replace(/[\s,$\u00a0]/g, '');
  if (text === '') return { ok: true, hundredths: undefined };
  const clock = kind === 'hours' ? /^(\d{1,3}):([0-5]\d)$/.exec(text) : null;
  const hundredths = clock
    ? Number(clock[1]) * 100 + Math.round((Number(clock[2]) * 100) / 60)
    : /^\d{1,9}(\.\d{1,2})?$/.test(text)
      ? Math.round(Number(text) * 100)
      : undefined;
  if (hundredths === undefined) return wrong(`"${typed}" is not a number with at most two decimals.`);
  if (kind === 'hours' && hundredths > HOURS_OF_A_WEEK) return wrong(`${text} hours: a week has 168.`);
  if (kind === 'money' && hundredths > LARGEST_AMOUNT) return wrong(`${text} is more than 10,000,000.00.`);
  if (kind === 'days' && (hundredths % 100 !== 0 || hundredths > MOST_DAYS * 100))
    return wrong(`${text} is not a whole number of days from 0 to ${MOST_DAYS}.`);
  return { ok: true, hundredths };
}

/** Hundredths as the service takes them and as the grid shows them: money always with two decimals. */
export function textOfHundredths(hundredths: number, kind: CellKind): string {
  if (kind === 'money') return (hundredths / 100).toFixed(2);
  return String(hundredths / 100);
}
