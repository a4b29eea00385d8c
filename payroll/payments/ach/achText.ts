/** Letters that are not an ASCII letter with a mark on it, in capitals. */
const SPELLED: Readonly<Record<string, string>> = {
  Æ: 'AE',
  Œ: 'OE',
  Ø: 'O',
  Ł: 'L',
  Đ: 'D',
  Ð: 'D',
  Þ: 'TH',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
};

/**
 * A text in the characters that every bank takes: capitals and printable ASCII. Marks fall off their letters (`é` is
 * `E`), a few letters are spelled (`ß` is `SS`), anything else becomes a blank, and blanks are run together.
 * @example achText('Łukasz O’Brien-Müßig') // "LUKASZ O'BRIEN-MUSSIG"
 */
export function achText(text: string): string {
  const capitals = text.toUpperCase();
  const ascii = /^[ -~]*$/.test(capitals)
    ? capitals
    : capitals
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .replace(/[^ -~]/gu, (letter) => SPELLED[letter] ?? ' ');
  return ascii.replace(/ {2,}/g, ' ').trim();
}
