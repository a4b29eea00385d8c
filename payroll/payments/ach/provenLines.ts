import type { AchFile } from './AchFile.ts';
import { PaymentFileUnbalanced } from './PaymentFileUnbalanced.ts';

/** Read back from the characters of the lines; nothing here shares arithmetic with the writer. */
class Sums {
  lines = 0;
  hash = 0;
  debitCents = 0;
  creditCents = 0;

  takeEntry(line: string): void {
    this.lines += 1;
    this.hash += Number(line.slice(3, 11));
    const amountCents = Number(line.slice(29, 39));
    if (line.charAt(2) < '5') this.creditCents += amountCents;
    else this.debitCents += amountCents;
  }

  takeBatch(batch: Sums): void {
    this.lines += batch.lines;
    this.hash += batch.hash;
    this.debitCents += batch.debitCents;
    this.creditCents += batch.creditCents;
  }

  /** Throws unless the control record at `line` says the same. @param at where its four figures begin, and the last ends */
  mustBeSaidBy(line: string, name: string, at: readonly [number, number, number, number, number]): void {
    const [count, hash, debit, credit, end] = at;
    mustEqual(`${name}: entries and addenda`, Number(line.slice(count, hash)), this.lines);
    mustEqual(`${name}: entry hash`, Number(line.slice(hash, debit)), this.hash % 1e10);
    mustEqual(`${name}: debits`, Number(line.slice(debit, credit)), this.debitCents);
    mustEqual(`${name}: credits`, Number(line.slice(credit, end)), this.creditCents);
  }
}

function mustEqual(what: string, said: number, found: number): void {
  if (said !== found) throw new PaymentFileUnbalanced(`${what} should be ${found}; the line says ${said}.`);
}

/**
 * Passes the lines of a payment file on, and adds them up again from their characters. Each control record is let through
 * only if it says what was found, and the last one only if the money is also what `file` asked for, and, with an offset
 * account, credits equal debits. Throws `PaymentFileUnbalanced` instead.
 */
export function* provenLines(file: AchFile, lines: Iterable<string>): Generator<string> {
  const whole = new Sums();
  let batch = new Sums();
  let batches = 0;
  let count = 0;
  let blocks: number | undefined;
  for (const line of lines) {
    count += 1;
    if (!/^[ -~]{94}$/.test(line)) throw new PaymentFileUnbalanced(`Line ${count} is not 94 ASCII characters.`);
    switch (line.charAt(0)) {
      case '5':
        batch = new Sums();
        break;
      case '6':
        batch.takeEntry(line);
        break;
      case '7':
        batch.lines += 1;
        break;
      case '8':
        batches += 1;
        batch.mustBeSaidBy(line, `Batch ${batches}`, [4, 10, 20, 32, 44]);
        whole.takeBatch(batch);
        break;
      case '9':
        if (blocks !== undefined) break;
        whole.mustBeSaidBy(line, 'File', [13, 21, 31, 43, 55]);
        mustEqual('File: batches', Number(line.slice(1, 7)), batches);
        mustBeAskedFor(whole, file);
        blocks = Number(line.slice(7, 13));
        break;
    }
    yield line;
  }
  mustEqual('File: lines', (blocks ?? 0) * 10, count);
}

/** Added up once more from the payments themselves: an entry that the writer forgot is in neither of its sums. */
function mustBeAskedFor(written: Sums, { batches, offsetAccount }: AchFile): void {
  const asked = { CREDIT: 0, DEBIT: 0 };
  for (const { entries } of batches) {
    for (const { transaction, amountCents } of entries) asked[transaction] += amountCents;
  }
  const offset = offsetAccount ? asked : { CREDIT: 0, DEBIT: 0 };
  mustEqual('File: credits asked for', written.creditCents, asked.CREDIT + offset.DEBIT);
  mustEqual('File: debits asked for', written.debitCents, asked.DEBIT + offset.CREDIT);
  if (offsetAccount) mustEqual('File: debits against credits', written.debitCents, written.creditCents);
}
