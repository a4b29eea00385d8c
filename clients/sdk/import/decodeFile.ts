import { delimiterOf } from './delimiterOf.ts';
import type { RowProblem } from './RowProblem.ts';

const SAVE_AS = 'Save it as “CSV UTF-8” and import that file.';

/** How files begin that are often taken for CSV. */
const OTHER_FILES: readonly [start: readonly number[], what: string][] = [
  [[0x50, 0x4b, 0x03, 0x04], 'an Excel workbook (or another archive)'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'a workbook of Excel 97 to 2003'],
  [[0x1f, 0x8b], 'a compressed file'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0xff, 0xfe, 0x00, 0x00], 'in UTF-32'],
  [[0x00, 0x00, 0xfe, 0xff], 'in UTF-32'],
];

const begins = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, index) => bytes[index] === byte);

/**
 * The text of a file: UTF-8 with or without a byte order mark, or UTF-16 with one. Anything else is refused at the first
 * place that cannot be read, because a guess would garble names.
 */
export function decodeFile(bytes: Uint8Array): { text: string } | { problem: RowProblem } {
  const other = OTHER_FILES.find(([start]) => begins(bytes, start));
  if (other) return refused(1, '', `The file is ${other[1]}, not CSV. ${SAVE_AS}`);
  const encoding = begins(bytes, [0xff, 0xfe]) ? 'utf-16le' : begins(bytes, [0xfe, 0xff]) ? 'utf-16be' : 'utf-8';
  const decoded = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const nul = decoded.indexOf('\0');
  if (nul >= 0) {
    const { line, column, at } = placeOf(decoded, nul);
    const cause = nul < 4 ? 'The file seems to be in UTF-16 without its byte order mark.' : 'The file is damaged.';
    return refused(line, column, `Line ${line}${at} has a NUL character. ${cause} ${SAVE_AS}`);
  }
  const lost = decoded.indexOf('\uFFFD');
  if (lost >= 0) return lostCharacter(bytes, encoding, decoded, lost);
  return { text: decoded.replace(/^\uFEFF/, '') };
}

function lostCharacter(bytes: Uint8Array, encoding: string, decoded: string, index: number) {
  const { line, column, at } = placeOf(decoded, index);
  const where = `Line ${line}${at}`;
  if (encoding !== 'utf-8')
    return refused(line, column, `${where} is not UTF-16: the file is damaged or cut off. ${SAVE_AS}`);
  const offset = new TextEncoder().encode(decoded.slice(0, index)).length;
  if (begins(bytes.subarray(offset), [0xef, 0xbf, 0xbd]))
    return refused(
      line,
      column,
      `${where} has “\uFFFD”, which stands for a character that was lost when the file was made. Correct it at its source.`,
    );
  const byte = bytes[offset] ?? 0;
  const meant = new TextDecoder('windows-1252').decode(Uint8Array.of(byte));
  return refused(
    line,
    column,
    `${where} is not UTF-8 (byte 0x${byte.toString(16).toUpperCase().padStart(2, '0')}, which is “${meant}” in Windows-1252). ${SAVE_AS}`,
  );
}

/** Where a character stands: its line, its column by name where the heading has one there, and both in words. */
function placeOf(text: string, index: number): { line: number; column: string; at: string } {
  const before = text.slice(0, index);
  const lines = before.split(/\r\n|\r|\n/);
  const start = lines.at(-1) ?? '';
  const delimiter = delimiterOf(text);
  const heading = cellsOf(/^[^\r\n]*/.exec(text.replace(/^\uFEFF/, ''))?.[0] ?? '', delimiter);
  const column = lines.length === 1 ? '' : (heading[cellsOf(start, delimiter).length - 1] ?? '');
  const named = column && !column.includes('\uFFFD') ? `, column "${column}"` : '';
  return { line: lines.length, column: named ? column : '', at: `${named}, character ${[...start].length + 1}` };
}

/** The cells of one line, near enough to name a place in it: a delimiter within quotes is none. */
const cellsOf = (line: string, delimiter: string): string[] =>
  line.split(new RegExp(`\\${delimiter}(?=(?:[^"]*"[^"]*")*[^"]*$)`)).map((cell) => cell.trim().replace(/^"|"$/g, ''));

const refused = (line: number, column: string, message: string) => ({ problem: { line, column, message } });
