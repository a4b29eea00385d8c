import { getPaymentFile, type PaymentFileRecord } from '../../table/paymentFile.ts';
import { filesOfTrace } from '../../table/traceNumbers.ts';
import { readPaymentFile } from './readPaymentFile.ts';
import { type SentEntry, sentEntries } from './sentEntries.ts';

/** An entry, and the file that it went out in. */
export interface FoundEntry {
  entry: SentEntry;
  file: PaymentFileRecord;
}

/** The payment files of a company, as they are looked up by trace number. Each is read once. */
export class SentFiles {
  readonly #companyId: string;
  readonly #files = new Map<
    string,
    Promise<{ file: PaymentFileRecord; entries: Map<string, SentEntry> } | undefined>
  >();

  constructor(companyId: string) {
    this.#companyId = companyId;
  }

  /** The entries that went out with a trace number, the newest first: as a rule one, or none. */
  async entriesWith(traceNumber: string): Promise<FoundEntry[]> {
    const found: FoundEntry[] = [];
    for (const { runId, paymentFileId } of await filesOfTrace(this.#companyId, traceNumber)) {
      const sent = await this.#read(runId, paymentFileId);
      const entry = sent?.entries.get(traceNumber);
      if (sent && entry) found.push({ entry, file: sent.file });
    }
    return found;
  }

  /** All entries of a file; nothing where the file is not recorded. */
  async entriesOf(runId: string, paymentFileId: string): Promise<FoundEntry[]> {
    const sent = await this.#read(runId, paymentFileId);
    return sent ? [...sent.entries.values()].map((entry) => ({ entry, file: sent.file })) : [];
  }

  #read(runId: string, paymentFileId: string) {
    const known = this.#files.get(paymentFileId);
    if (known) return known;
    const read = readEntries(this.#companyId, runId, paymentFileId);
    this.#files.set(paymentFileId, read);
    return read;
  }
}

async function readEntries(companyId: string, runId: string, paymentFileId: string) {
  const file = await getPaymentFile(companyId, runId, paymentFileId);
  if (!file) return undefined;
  const entries = new Map([...sentEntries(await readPaymentFile(file))].map((entry) => [entry.traceNumber, entry]));
  return { file, entries };
}
