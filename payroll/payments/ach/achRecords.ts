import { refuse, succeed, type Result } from '../../errors.ts';

const WIDTH = 94;

/** Records that end with blanks by their layout, so that a mail program or an editor may have cut them. */
const MAY_BE_CUT = ['1', '9'];

/**
 * The records of a file as banks and mail programs hand it on: with line ends of any kind or with none, with a byte order mark,
 * with blanks cut off or added at the end. Records that do not end with blanks are never filled up: what is missing there is
 * lost.
 * @returns `RETURN_FILE_UNREADABLE` naming the line
 */
export function achRecords(text: string): Result<string[], 'RETURN_FILE_UNREADABLE'> {
  const records: string[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  for (const [i, line] of lines.entries()) {
    const isWhole = line.length % WIDTH === 0;
    const content = isWhole ? line : line.trimEnd();
    if (content.trim() === '') continue;
    for (let at = 0; at < content.length; at += WIDTH) {
      const record = content.slice(at, at + WIDTH);
      if (record.length < WIDTH && !MAY_BE_CUT.includes(record.charAt(0)))
        return refuse(
          'RETURN_FILE_UNREADABLE',
          `Line ${i + 1} has ${line.length} characters; every record has ${WIDTH}. Nothing was recorded.`,
          'Hand in the file exactly as the bank sends it, or ask for it again.',
        );
      records.push(record.padEnd(WIDTH));
    }
  }
  return succeed(records);
}
