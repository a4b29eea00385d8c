/**
 * Reads a NACHA file of wages as a bank does and lists what is wrong with it. Written from the published table of record
 * positions alone: it shares no code with the writer, and adds up in whole numbers without limit.
 */
export class AchFileChecker {
  readonly complaints: string[] = [];
  private readonly traces = new Set<string>();
  private line = 0;
  private batches = 0;
  private batch = newBatch();
  private readonly file = newSums();

  constructor(text: string) {
    const lines = text.split('\n');
    if (lines.pop() !== '') this.complain('the last line is not ended');
    if (lines.length === 0 || lines.length % 10 !== 0) this.complain(`${lines.length} lines do not fill blocks of ten`);
    // What may come after what. 9C is the file control, 9F the lines that fill the last block.
    const follows: Record<string, string[]> = {
      start: ['1'],
      1: ['5'],
      5: ['6'],
      6: ['6', '7', '8'],
      7: ['6', '8'],
      8: ['5', '9C'],
      '9C': ['9F'],
      '9F': ['9F'],
    };
    let before = 'start';
    lines.forEach((record, i) => {
      this.line = i + 1;
      if (!/^[\x20-\x7e]{94}$/.test(record)) this.complain('not 94 printable ASCII characters');
      const isFiller = /^9{94}$/.test(record);
      const kind = record.startsWith('9') ? (isFiller ? '9F' : '9C') : record.charAt(0);
      if (!follows[before]?.includes(kind)) this.complain(`a record ${kind} after ${before}`);
      const addendaIsDue = before === '6' && field(lines[i - 1] ?? '', 79, 79) === '1';
      if (addendaIsDue !== (kind === '7')) this.complain('the addenda indicator is wrong');
      this.read(kind, record, lines);
      before = kind;
    });
    if (before !== '9C' && before !== '9F') this.complain('the file ends without its control record');
  }

  private read(kind: string, record: string, lines: string[]): void {
    if (kind === '1') this.fileHeader(record);
    if (kind === '5') this.batchHeader(record);
    if (kind === '6') this.entry(record);
    if (kind === '7') this.addenda(record, lines[this.line - 2] ?? '');
    if (kind === '8') this.batchControl(record);
    if (kind === '9C') this.fileControl(record, lines.length);
  }

  private fileHeader(record: string): void {
    this.equals('priority', field(record, 2, 3), '01');
    this.equals('immediate destination', field(record, 4, 4), ' ');
    this.routing(field(record, 5, 13));
    this.matches('immediate origin', field(record, 14, 23), /^[ A-Z0-9][A-Z0-9]{9}$/);
    this.date(field(record, 24, 29));
    this.matches('time', field(record, 30, 33), /^([01]\d|2[0-3])[0-5]\d$/);
    this.matches('file ID modifier', field(record, 34, 34), /^[A-Z0-9]$/);
    this.equals('record size, blocking, format', field(record, 35, 40), '094101');
    this.leftJustified('destination name', field(record, 41, 63));
    this.leftJustified('origin name', field(record, 64, 86));
  }

  private batchHeader(record: string): void {
    this.batches += 1;
    this.batch = newBatch();
    this.batch.serviceClass = field(record, 2, 4);
    this.batch.companyId = field(record, 41, 50);
    this.batch.description = field(record, 54, 63);
    this.batch.odfi = field(record, 80, 87);
    this.batch.number = field(record, 88, 94);
    this.matches('service class', this.batch.serviceClass, /^(200|220|225)$/);
    this.leftJustified('company name', field(record, 5, 20));
    this.matches('company ID', this.batch.companyId, /^[A-Z0-9]{10}$/);
    this.equals('SEC code', field(record, 51, 53), 'PPD');
    this.matches('entry description', this.batch.description, /^(PAYROLL {3}|REVERSAL {2})$/);
    this.date(field(record, 64, 69));
    const weekday = this.date(field(record, 70, 75));
    if (weekday === 0 || weekday === 6) this.complain('the effective entry date is on a weekend');
    this.equals('settlement date', field(record, 76, 78), '   ');
    this.equals('originator status', field(record, 79, 79), '1');
    this.matches('ODFI', this.batch.odfi, /^\d{8}$/);
    this.equals('batch number', this.batch.number, String(this.batches).padStart(7, '0'));
  }

  private entry(record: string): void {
    const code = field(record, 2, 3);
    const amount = this.number('amount', field(record, 30, 39));
    const trace = field(record, 80, 94);
    this.matches('transaction code', code, /^[23][2378]$/);
    this.routing(field(record, 4, 12));
    this.leftJustified('account number', field(record, 13, 29));
    this.leftJustified('individual ID', field(record, 40, 54));
    this.leftJustified('individual name', field(record, 55, 76));
    this.matches('addenda indicator', field(record, 79, 79), /^[01]$/);
    const isPrenote = code.endsWith('3') || code.endsWith('8');
    if (isPrenote !== (amount === 0n)) this.complain('a prenote has no amount, and every other entry has one');
    this.matches('trace number', trace, /^\d{15}$/);
    this.equals('the bank in the trace number', trace.slice(0, 8), this.batch.odfi);
    if (trace.endsWith('0000000')) this.complain('trace sequences begin at 1');
    if (trace <= this.batch.lastTrace) this.complain('trace numbers do not rise');
    if (this.traces.has(trace)) this.complain('the trace number is taken');
    this.traces.add(trace);
    this.batch.lastTrace = trace;

    const isCredit = code.endsWith('2') || code.endsWith('3');
    this.batch[isCredit ? 'hasCredits' : 'hasDebits'] = true;
    const isOffset = field(record, 40, 54).trimEnd() === 'OFFSET';
    const isWage = isCredit !== isOffset;
    this.equals('entry description of this entry', this.batch.description.trimEnd(), isWage ? 'PAYROLL' : 'REVERSAL');
    this.batch.sums.count += 1n;
    this.batch.sums.hash += this.number('bank', field(record, 4, 11));
    this.batch.sums[isCredit ? 'credit' : 'debit'] += amount;
  }

  private addenda(record: string, entry: string): void {
    this.equals('addenda type', field(record, 2, 3), '05');
    this.leftJustified('addenda', field(record, 4, 83));
    this.equals('addenda sequence', field(record, 84, 87), '0001');
    this.equals('entry of the addenda', field(record, 88, 94), field(entry, 88, 94));
    this.batch.sums.count += 1n;
  }

  private batchControl(record: string): void {
    const { sums, hasCredits, hasDebits } = this.batch;
    this.equals('service class at the end', field(record, 2, 4), this.batch.serviceClass);
    this.equals(
      'what the service class holds',
      this.batch.serviceClass,
      hasCredits ? (hasDebits ? '200' : '220') : '225',
    );
    this.sums(sums, [field(record, 5, 10), field(record, 11, 20), field(record, 21, 32), field(record, 33, 44)]);
    this.equals('company ID at the end', field(record, 45, 54), this.batch.companyId);
    this.equals('authentication code and blanks', field(record, 55, 79), ' '.repeat(25));
    this.equals('ODFI at the end', field(record, 80, 87), this.batch.odfi);
    this.equals('batch number at the end', field(record, 88, 94), this.batch.number);
    for (const name of ['count', 'hash', 'debit', 'credit'] as const) this.file[name] += sums[name];
  }

  private fileControl(record: string, lineCount: number): void {
    this.equals('batches', field(record, 2, 7), String(this.batches).padStart(6, '0'));
    this.equals('blocks', field(record, 8, 13), String(lineCount / 10).padStart(6, '0'));
    if (lineCount - this.line >= 10) this.complain('a block of nothing but filling');
    this.sums(this.file, [field(record, 14, 21), field(record, 22, 31), field(record, 32, 43), field(record, 44, 55)]);
    this.equals('blanks', field(record, 56, 94), ' '.repeat(39));
  }

  private sums({ count, hash, debit, credit }: Sums, said: [string, string, string, string]): void {
    const found = [count, hash % 10n ** 10n, debit, credit];
    ['entries and addenda', 'entry hash', 'debits', 'credits'].forEach((name, i) => {
      if (this.number(name, said[i] ?? '') !== found[i]) this.complain(`${name}: said ${said[i]}, found ${found[i]}`);
    });
  }

  private number(name: string, digits: string): bigint {
    this.matches(name, digits, /^\d+$/);
    return /^\d+$/.test(digits) ? BigInt(digits) : -1n;
  }

  private routing(nine: string): void {
    const weights = [3, 7, 1, 3, 7, 1, 3, 7, 1];
    const sum = weights.reduce((total, weight, i) => total + weight * Number(nine.charAt(i)), 0);
    if (sum === 0 || sum % 10 !== 0 || !/^\d{9}$/.test(nine))
      this.complain('a routing number with a wrong check digit');
  }

  /** @returns the day of the week, 0 is Sunday */
  private date(yymmdd: string): number {
    const [, year, month, day] = /^(\d\d)(\d\d)(\d\d)$/.exec(yymmdd) ?? [];
    const date = new Date(`20${year}-${month}-${day}T00:00:00Z`);
    const isDate = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`20${year}-${month}-${day}`);
    if (!isDate) this.complain(`${yymmdd} is not a date`);
    return isDate ? date.getUTCDay() : -1;
  }

  private leftJustified(name: string, value: string): void {
    this.matches(name, value, /^[^ ]/);
  }

  private matches(name: string, value: string, form: RegExp): void {
    if (!form.test(value)) this.complain(`${name} "${value}" does not fit ${form}`);
  }

  private equals(name: string, value: string, wanted: string): void {
    if (value !== wanted) this.complain(`${name} "${value}" should be "${wanted}"`);
  }

  private complain(problem: string): void {
    this.complaints.push(`line ${this.line}: ${problem}`);
  }
}

type Sums = { count: bigint; hash: bigint; debit: bigint; credit: bigint };

/** Positions as the tables print them: from 1, both ends included. */
function field(record: string, from: number, to: number): string {
  return record.slice(from - 1, to);
}

function newSums(): Sums {
  return { count: 0n, hash: 0n, debit: 0n, credit: 0n };
}

function newBatch() {
  return {
    serviceClass: '',
    companyId: '',
    description: '',
    odfi: '',
    number: '',
    lastTrace: '',
    hasCredits: false,
    hasDebits: false,
    sums: newSums(),
  };
}
