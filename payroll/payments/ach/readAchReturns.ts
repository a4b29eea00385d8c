import { refuse, succeed, type Refusal, type Result } from '../../errors.ts';
import { cents, type Cents } from '../../money.ts';
import { achRecords } from './achRecords.ts';

export type AchReturn = {
  /**
   * `RETURN`: the money did not arrive. `CHANGE`: it did, and the bank names what to write next time. `DISHONORED` and
   * `CONTESTED`: the banks argue about an earlier return, and no payment changes until they are done.
   */
  readonly kind: 'RETURN' | 'CHANGE' | 'DISHONORED' | 'CONTESTED';
  /** Such as `R03` or `C01`: see `returnCode`. */
  readonly code: string;
  /** The trace number that the entry went out with (`achTraceNumber`): by it the payment is found. */
  readonly originalTraceNumber: string;
  /** Of the entry that was returned; 0 for a change. */
  readonly amountCents: Cents;
  /** As the entry went out with it. */
  readonly individualId: string;
  readonly individualName: string;
  /** What the bank states beside the code; for a change the right value. May hold an account number. */
  readonly information: string;
  /** Counts the records of the text, from 1. */
  readonly recordNumber: number;
};

/**
 * What a bank returns, from one file or several in one text: each entry with its addenda of type 99 (return) or 98 (notice of
 * change), in the order of the text. A file that is cut short or altered is refused, and all others with it: a return that is
 * overlooked is an employee without pay.
 * @returns `RETURN_FILE_UNREADABLE` naming the record
 * Source: Nacha Operating Rules, return entries and notifications of change.
 */
export function readAchReturns(text: string): Result<AchReturn[], 'RETURN_FILE_UNREADABLE'> {
  const records = achRecords(text);
  if (!records.ok) return records;
  if (records.value.length === 0)
    return refuse('RETURN_FILE_UNREADABLE', 'The text holds no record.', 'Hand in the file that the bank sent.');
  const returns: AchReturn[] = [];
  /** The file that is being read. */
  let open: { counted: number; moneyCents: number } | undefined;
  let entry: string | undefined;
  for (const [i, record] of records.value.entries()) {
    const type = record.charAt(0);
    if (entry !== undefined && type !== '7') return unreadable(i, 'has no addenda that tells why it was returned');
    if (type === '1') {
      if (open) return unreadable(i + 1, 'begins a file before the one before it ended');
      open = { counted: 0, moneyCents: 0 };
      continue;
    }
    if (!open) {
      if (/^9{94}$/.test(record) && i > 0) continue; // fills the last block
      return unreadable(i + 1, 'is outside of a file, which begins with 101 and ends with a file control record');
    }
    if (type === '6') {
      open.counted += 1;
      open.moneyCents += Number(record.slice(29, 39));
      entry = record;
    } else if (type === '7') {
      open.counted += 1;
      const returned = entry === undefined ? undefined : returnOf(entry, record, i);
      if (!returned) return unreadable(i + 1, 'is not an addenda of a return or of a change');
      returns.push(returned);
      entry = undefined;
    } else if (type === '9') {
      const problem = controlProblem(record, i + 1, open);
      if (problem) return problem;
      open = undefined;
    } else if (type !== '5' && type !== '8') return unreadable(i + 1, `begins with "${type}", which no record does`);
  }
  return open ? unreadable(records.value.length, 'is the last, and is not a file control record') : succeed(returns);
}

/** Positions 4-6 hold the code, 7-21 the original trace number, 36-79 the information. */
function returnOf(entry: string, addenda: string, index: number): AchReturn | undefined {
  const found = /^7(?:99(?<returned>R\d\d)|98(?<changed>C\d\d))(?<trace>\d{15})/.exec(addenda)?.groups;
  const code = found?.['returned'] ?? found?.['changed'];
  const amount = entry.slice(29, 39);
  if (found?.['trace'] === undefined || code === undefined || !/^\d{10}$/.test(amount)) return undefined;
  return {
    kind: kindOf(code),
    code,
    originalTraceNumber: found['trace'],
    amountCents: cents(Number(amount)),
    individualId: entry.slice(39, 54).trim(),
    individualName: entry.slice(54, 76).trim(),
    information: addenda.slice(35, 79).trim(),
    recordNumber: index + 1,
  };
}

/** R61 to R70 dishonor a return, R71 to R77 contest that. C61 to C69 refuse a change, which only a bank does. */
function kindOf(code: string): AchReturn['kind'] {
  if (code.startsWith('C')) return code < 'C61' ? 'CHANGE' : 'DISHONORED';
  if (code < 'R61' || code > 'R77') return 'RETURN';
  return code <= 'R70' ? 'DISHONORED' : 'CONTESTED';
}

function controlProblem(
  control: string,
  at: number,
  { counted, moneyCents }: { counted: number; moneyCents: number },
): Refusal<'RETURN_FILE_UNREADABLE'> | undefined {
  const saidCount = Number(control.slice(13, 21));
  if (saidCount !== counted) return unreadable(at, `counts ${saidCount} entries and addenda; the file has ${counted}`);
  const saidCents = Number(control.slice(31, 43)) + Number(control.slice(43, 55));
  if (saidCents === moneyCents) return undefined;
  return unreadable(at, 'names debits and credits that the entries do not add up to');
}

function unreadable(recordNumber: number, problem: string): Refusal<'RETURN_FILE_UNREADABLE'> {
  const message = `Record ${recordNumber} ${problem}. Nothing was recorded.`;
  return refuse(
    'RETURN_FILE_UNREADABLE',
    message,
    'Hand in the file exactly as the bank sends it, or ask for it again.',
  );
}
