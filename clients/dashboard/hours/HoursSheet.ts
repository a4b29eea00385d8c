import type { PayrollInputInput } from '../../generated/schema.ts';
import { readCell, textOfHundredths } from './cellText.ts';
import { cellOf, inputWith } from './partOfCells.ts';
import { officePart, otherParts, type PayInput, type SheetEmployee } from './PayInput.ts';
import type { SheetColumn } from './SheetColumn.ts';

export interface SheetRow {
  employeeId: string;
  externalId: string;
  name: string;
  /** Is paid by the hour, or has overtime: without hours there is no payslip. */
  needsHours: boolean;
  input: PayInput | undefined;
  /** Why the service refused the row as it was last sent. */
  refusals: readonly string[];
  /** Somebody changed the row meanwhile: it is sent again only after a choice. */
  isConflict: boolean;
}

/** One change of one cell: what it says now. */
export interface CellEdit {
  employeeId: string;
  columnId: string;
  text: string;
}

/** Texts that are typed and not saved, by employee and column. */
export type SheetEdits = Map<string, Map<string, string>>;

export interface SheetCell {
  text: string;
  isEdited: boolean;
  isLocked: boolean;
  problem: string | undefined;
  /** What systems entered for the same cell: it is paid on top. */
  others: string;
}

/**
 * The hours and earnings of a period as the office edits them: what was read, what was typed over it, and what can be saved.
 * Texts are kept as they were typed, so that a wrong one can be corrected.
 */
export class HoursSheet {
  readonly columns: readonly SheetColumn[];
  readonly offCycleSequence: number | null;
  readonly #columnOf: ReadonlyMap<string, SheetColumn>;
  readonly #listeners = new Set<() => void>();
  readonly #rows = new Map<string, SheetRow>();
  readonly #edits: SheetEdits;
  readonly #undo: CellEdit[][] = [];
  /** What rows without edits add to the totals: ten thousand of them are not read again for each key. */
  readonly #recordedSums = new WeakMap<SheetRow, ReadonlyMap<string, number>>();
  #order: readonly SheetRow[] = [];
  #version = 0;

  /** @param edits what is typed and not saved yet: it outlives the sheet */
  constructor(columns: readonly SheetColumn[], offCycleSequence: number | null, edits: SheetEdits = new Map()) {
    this.#edits = edits;
    this.columns = columns;
    this.offCycleSequence = offCycleSequence;
    this.#columnOf = new Map(columns.map((column) => [column.id, column]));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Rises with every change. */
  readonly getVersion = (): number => this.#version;

  get rows(): readonly SheetRow[] {
    return this.#order;
  }

  /** Sets who stands in the sheet and what was entered; edits stay. */
  take(employees: readonly SheetEmployee[], inputs: ReadonlyMap<string, PayInput>): void {
    for (const { employeeId, externalId, givenName, familyName, compensation } of employees) {
      const known = this.#rows.get(employeeId);
      this.#rows.set(employeeId, {
        refusals: [],
        isConflict: false,
        ...known,
        ...{ employeeId, externalId, name: `${givenName} ${familyName}` },
        needsHours: compensation?.type === 'HOURLY' || compensation?.isOvertimeExempt === false,
        input: inputs.get(employeeId),
      });
    }
    this.#changed();
  }

  /** What is recorded for one employee now; `isSaved`: as this sheet sent it. */
  takeInput(employeeId: string, input: PayInput | undefined, isSaved: boolean): void {
    const row = this.#rows.get(employeeId);
    if (!row) return;
    if (isSaved) this.#edits.delete(employeeId);
    this.#rows.set(employeeId, { ...row, input, refusals: [], isConflict: !isSaved });
    this.#changed();
  }

  refuse(employeeId: string, refusals: readonly string[]): void {
    const row = this.#rows.get(employeeId);
    if (row) this.#rows.set(employeeId, { ...row, refusals });
    this.#changed();
  }

  /** Ends a conflict: with what was typed here, or with what somebody else saved. */
  settle(employeeId: string, keep: 'mine' | 'theirs'): void {
    const row = this.#rows.get(employeeId);
    if (!row) return;
    if (keep === 'theirs') this.#edits.delete(employeeId);
    this.#rows.set(employeeId, { ...row, isConflict: false });
    this.#changed();
  }

  cell(row: SheetRow, column: SheetColumn): SheetCell {
    const held = cellOf(officePart(row.input), column, this.offCycleSequence);
    const typed = this.#edits.get(row.employeeId)?.get(column.id);
    const read = typed === undefined ? undefined : readCell(typed, column.kind);
    const others = otherParts(row.input)
      .map((part) => cellOf(part, column, this.offCycleSequence).text)
      .filter((text) => text !== '');
    return {
      text: typed ?? held.text,
      isEdited: typed !== undefined,
      isLocked: held.isLocked,
      problem: read?.ok === false ? read.problem : undefined,
      others: others.join(' + '),
    };
  }

  /** Types into cells: one step of undo. Cells that are locked, and texts that say what is there, change nothing. */
  edit(edits: readonly CellEdit[]): void {
    const before: CellEdit[] = [];
    for (const { employeeId, columnId, text } of edits) {
      const [row, column] = [this.#rows.get(employeeId), this.#columnOf.get(columnId)];
      if (!row || !column) continue;
      const { isLocked, text: shown } = this.cell(row, column);
      if (isLocked || shown === text.trim()) continue;
      before.push({ employeeId, columnId, text: shown });
      this.#type(row, column, text.trim());
    }
    if (before.length === 0) return;
    this.#undo.push(before);
    this.#changed();
  }

  undo(): void {
    for (const { employeeId, columnId, text } of this.#undo.pop() ?? []) {
      const [row, column] = [this.#rows.get(employeeId), this.#columnOf.get(columnId)];
      if (row && column) this.#type(row, column, text);
    }
    this.#changed();
  }

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  isChanged(row: SheetRow): boolean {
    return (this.#edits.get(row.employeeId)?.size ?? 0) > 0;
  }

  /** What is wrong with a row, most urgent first. */
  problemsOf(row: SheetRow): string[] {
    const cells = this.columns.flatMap((column) => {
      const { problem } = this.cell(row, column);
      return problem === undefined ? [] : [`${column.name}: ${problem}`];
    });
    const conflict = row.isConflict ? [`Somebody else saved this row meanwhile. ${this.#theirsInWords(row)}`] : [];
    const unpaid = this.isChanged(row)
      ? []
      : (row.input?.notPaid ?? []).map(({ message, resolution }) => `${message} ${resolution}`);
    return [
      ...conflict,
      ...cells,
      ...row.refusals,
      ...unpaid,
      ...(this.#missesHours(row) ? ['Hours are missing.'] : []),
    ];
  }

  /** The sum of each column over all rows and all sources, as text by column; a wrong cell does not count. */
  totals(): ReadonlyMap<string, string> {
    const sums = new Map(this.columns.map(({ id }) => [id, 0]));
    for (const row of this.#order)
      for (const [id, hundredths] of this.#sumsOf(row)) sums.set(id, (sums.get(id) ?? 0) + hundredths);
    return new Map(this.columns.map(({ id, kind }) => [id, textOfHundredths(sums.get(id) ?? 0, kind)]));
  }

  /** The rows that can be saved now, each with the version of the part that it replaces. */
  savable(): { row: SheetRow; input: PayrollInputInput }[] {
    return this.#order.flatMap((row) => {
      const edits = this.#edits.get(row.employeeId);
      if (!edits || edits.size === 0 || row.isConflict) return [];
      const cells = new Map<SheetColumn, string>();
      for (const [columnId, text] of edits) {
        const column = this.#columnOf.get(columnId);
        const read = column && readCell(text, column.kind);
        if (!column || !read?.ok) return [];
        cells.set(column, read.hundredths === undefined ? '' : textOfHundredths(read.hundredths, column.kind));
      }
      const part = officePart(row.input);
      const entered = inputWith(part, cells, this.offCycleSequence);
      return [{ row, input: { externalId: row.externalId, ...entered, expectedVersion: part?.version ?? 0 } }];
    });
  }

  get changedCount(): number {
    return this.#edits.size;
  }

  #sumsOf(row: SheetRow): ReadonlyMap<string, number> {
    const isRecorded = !this.isChanged(row);
    const known = isRecorded ? this.#recordedSums.get(row) : undefined;
    if (known) return known;
    const sums = new Map<string, number>();
    for (const column of this.columns) {
      const { text, others } = this.cell(row, column);
      for (const part of [text, ...others.split(' + ')]) {
        const read = readCell(part, column.kind);
        if (read.ok && read.hundredths) sums.set(column.id, (sums.get(column.id) ?? 0) + read.hundredths);
      }
    }
    if (isRecorded) this.#recordedSums.set(row, sums);
    return sums;
  }

  #type(row: SheetRow, column: SheetColumn, text: string): void {
    const edits = this.#edits.get(row.employeeId) ?? new Map<string, string>();
    if (isSame(text, cellOf(officePart(row.input), column, this.offCycleSequence).text, column))
      edits.delete(column.id);
    else edits.set(column.id, text);
    if (edits.size === 0) this.#edits.delete(row.employeeId);
    else this.#edits.set(row.employeeId, edits);
    if (row.refusals.length > 0) this.#rows.set(row.employeeId, { ...row, refusals: [] });
  }

  #missesHours(row: SheetRow): boolean {
    if (!row.needsHours || this.offCycleSequence !== null) return false;
    if (row.input?.parts.some(({ hoursByDate }) => hoursByDate.length > 0)) return false;
    return this.columns.some((column) => {
      if (column.holds !== 'hours') return false;
      const { text, others } = this.cell(row, column);
      return text === '' && others === '';
    });
  }

  #theirsInWords(row: SheetRow): string {
    return this.columns
      .flatMap((column) => {
        const { text, isEdited } = this.cell(row, column);
        const theirs = cellOf(officePart(row.input), column, this.offCycleSequence).text;
        return isEdited ? [`${column.name}: theirs ${theirs || 'empty'}, yours ${text || 'empty'}.`] : [];
      })
      .join(' ');
  }

  #changed(): void {
    this.#order = [...this.#rows.values()];
    this.#version++;
    for (const listener of this.#listeners) listener();
  }
}

/** Whether a typed text says what is recorded, such as `40` for `40.00`. */
function isSame(text: string, recorded: string, { kind }: SheetColumn): boolean {
  const [typed, known] = [readCell(text, kind), readCell(recorded, kind)];
  return typed.ok && known.ok && typed.hundredths === known.hundredths;
}
