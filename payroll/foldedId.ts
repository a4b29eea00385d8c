/**
 * An id as somebody reads it aloud: without case, blanks and invisible characters, leading zeros, the ways of writing one
 * character in Unicode, and letters of other alphabets that look like Latin ones. Ids with the same folding are twins:
 * two for a computer, and one for the person who typed them.
 *
 *     foldedId('E-0042 ') === foldedId('e-42')
 *
 * O and 0, or I, l and 1, stay apart: short ids are often initials, and every second pair of them would be a twin.
 */
export function foldedId(id: string): string {
  let folded = '';
  for (const character of id.normalize('NFKC').toLowerCase()) folded += LOOK_ALIKES.get(character) ?? character;
  return folded.replace(UNSEEN, '').replace(LEADING_ZEROS, '');
}

/** White space, and what has no width: joiners, direction marks, soft hyphens, variation selectors. */
const UNSEEN = /[\s\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** Of every number in the id, down to its last digit. */
const LEADING_ZEROS = /(?<!\d)0+(?=\d)/g;

/**
 * Small letters of Cyrillic and Greek, by the Latin letter that they or their capitals look like. As code points: in an
 * editor nobody could tell which is which. Source: Unicode TR39, confusables.txt, those of one letter.
 */
const LOOK_ALIKES = new Map(
  Object.entries({
    a: '\u0430\u03B1',
    b: '\u0432\u03B2',
    c: '\u0441',
    d: '\u0501',
    e: '\u0435\u03B5',
    h: '\u04BB\u043D\u03B7',
    i: '\u0456\u03B9',
    j: '\u0458',
    k: '\u043A\u03BA',
    m: '\u043C\u03BC',
    o: '\u043E\u03BF',
    p: '\u0440\u03C1',
    q: '\u051B',
    s: '\u0455',
    t: '\u0442\u03C4',
    u: '\u03C5',
    v: '\u03BD',
    w: '\u051D',
    x: '\u0445\u03C7',
    y: '\u0443',
    z: '\u03B6',
  }).flatMap(([latin, others]) => [...others].map((other): [string, string] => [other, latin])),
);
