import { refuse, succeed, type Refusal, type Result } from '../../errors.ts';
import { cents, type Cents } from '../../money.ts';

export type AchReturn = {
  /** `RETURN`: the money did not arrive. `CHANGE`: it did, and the bank names what to write next time. */
  readonly kind: 'RETURN' | 'CHANGE';
  /** Such as `R03` or `C01`: see `returnCode`. */
  readonly code: string;
  /** The trace number that the entry went out with (`achTraceNumber`): by it alone the payment is found. */
  readonly originalTraceNumber: string;
  /** Of the entry that came back; 0 for a change. */
  readonly amountCents: Cents;
  /** What the bank says beside the code; for a change the right value. May hold an account number. */
  readonly information: string;
};

/**
 * What came back, from a file that the bank sends: each entry with its addenda of type 99 (return) or 98 (notice of
 * change), in the order of the file. A file that is cut short or altered is refused whole: a return that is overlooked is
 * an employee without pay.
 * @returns `RETURN_FILE_UNREADABLE` naming the line
 * Source: Nacha Operating Rules, return entries and notifications of change.
 */
export function readAchReturns(text: string): Result<AchReturn[]> {
  const lines = text.split(/\r?\n/).filter((line) => line !== '');
  const returns: AchReturn[] = [];
  let entry: string | undefined;
  let counted = 0;
  let moneyCents = 0;
  for (const [i, line] of lines.entries()) {
    if (line.length !== 94) return unreadable(i + 1, `has ${line.length} characters; every line has 94`);
    const type = line.charAt(0);
    if (entry !== undefined && type !== '7') return unreadable(i, 'has no addenda that says why it came back');
    if (type === '6') {
      counted += 1;
      moneyCents += Number(line.slice(29, 39));
      entry = line;
    } else if (type === '7') {
      counted += 1;
      const returned = entry === undefined ? undefined : returnOf(entry, line);
      if (!returned) return unreadable(i + 1, 'is not an addenda of a return or of a change');
      returns.push(returned);
      entry = undefined;
    } else if (type === '9') {
      return controlProblem(line, i + 1, counted, moneyCents) ?? succeed(returns);
    }
  }
  return unreadable(lines.length, 'is the last, and is not a file control record');
}

/** Positions 4-6 hold the code, 7-21 the original trace number, 36-79 the information. */
function returnOf(entry: string, addenda: string): AchReturn | undefined {
  const found = /^7(?:99(?<returned>R\d\d)|98(?<changed>C\d\d))(?<trace>\d{15})/.exec(addenda)?.groups;
  const code = found?.['returned'] ?? found?.['changed'];
  const amount = entry.slice(29, 39);
  if (found?.['trace'] === undefined || code === undefined || !/^\d{10}$/.test(amount)) return undefined;
  return {
    kind: code.startsWith('R') ? 'RETURN' : 'CHANGE',
    code,
    originalTraceNumber: found['trace'],
    amountCents: cents(Number(amount)),
    information: addenda.slice(35, 79).trim(),
  };
}

function controlProblem(control: string, at: number, counted: number, moneyCents: number): Refusal | undefined {
  const saidCount = Number(control.slice(13, 21));
  if (saidCount !== counted) return unreadable(at, `counts ${saidCount} entries and addenda; the file has ${counted}`);
  const saidCents = Number(control.slice(31, 43)) + Number(control.slice(43, 55));
  if (saidCents === moneyCents) return undefined;
  return unreadable(at, 'names debits and credits that the entries do not add up to');
}

function unreadable(lineNumber: number, problem: string): Refusal {
  return refuse('RETURN_FILE_UNREADABLE', `Line ${lineNumber} ${problem}.`, 'Ask the bank to send the file again.');
}
