import { parse } from 'csv-parse/sync';
import { delimiterOf, SEPARATOR_LINE } from './delimiterOf.ts';
import type { RowProblem } from './RowProblem.ts';

/** A record of a file that has something in it. */
export interface CsvRecord {
  /** Line of the file on which it begins, from 1. */
  line: number;
  texts: string[];
}

export interface ParsedCsv {
  delimiter: string;
  headings: string[];
  records: CsvRecord[];
}

/** The records of a file below its heading. Blank lines and rows of empty cells are no records. */
export function parseCsv(text: string): ParsedCsv | { problem: RowProblem } {
  const separatorLines = SEPARATOR_LINE.test(text) ? 1 : 0;
  let lastLine = separatorLines;
  let twice = 0;
  const records: CsvRecord[] = [];
  const delimiter = delimiterOf(text);
  try {
    parse(text.replace(SEPARATOR_LINE, ''), {
      delimiter,
      trim: true,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      on_record: (record: string[], { lines }) => {
        if (record.some((cell) => cell !== '')) records.push({ line: lastLine + 1, texts: record });
        // The parser counts a line break of two characters within a value as two.
        twice += record.reduce((count, cell) => count + cell.split('\r\n').length - 1, 0);
        lastLine = lines - twice + separatorLines;
        return null; // they are kept here
      },
    });
  } catch (error) {
    const line = lastLine + 1;
    const message = `Line ${line} is not well-formed CSV: ${causeOf(error as Error & { code?: string })}`;
    return { problem: { line, column: '', message } };
  }
  const [heading, ...rest] = records;
  return { delimiter, headings: heading?.texts ?? [], records: rest };
}

function causeOf({ code, message }: Error & { code?: string }): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return 'a double quote is opened and never closed. Close it, or write "" for it.';
  if (code?.includes('QUOTE'))
    return 'a double quote stands within a value. Put the value in double quotes and write "" for the one in it.';
  return message;
}
