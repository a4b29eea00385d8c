/** What Windows-1252 has beside Latin-1. */
const WINDOWS_1252 = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
const IS_SHOWN = new RegExp(`^[\\x20-\\x7e¡-¬®-ÿ${WINDOWS_1252}]*$`);

/** Letters that do not fall apart into a Latin letter and its marks: the Latin ones, Greek by ELOT 743, Cyrillic by BGN/PCGN. */
const LATIN = new Map(
  (
    'ł=l đ=d ı=i ħ=h ŧ=t ŋ=ng ə=e ʻ=‘ ʼ=’ ‐=- ‑=- −=- ' +
    'α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o ' +
    'а=a б=b в=v г=g д=d е=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh ' +
    'щ=shch ъ=” ы=y ь=’ э=e ю=yu я=ya є=ye і=i ї=yi ґ=g ђ=dj ј=j љ=lj њ=nj ћ=c џ=dz'
  )
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
);

/**
 * Text as the standard fonts of PDF can show it, which have the letters of Windows-1252 alone. Letters with other marks
 * lose them (`ř` is `r`), Greek and Cyrillic are written in Latin letters, white space and control characters are
 * blanks, and whatever is left is a `?` each. Anything but the text itself means that the reader must be told.
 */
export function winAnsi(text: string): string {
  const composed = text.normalize('NFC');
  if (IS_SHOWN.test(composed)) return composed;
  let shown = '';
  for (const character of composed) shown += shownFor(character);
  return shown;
}

function shownFor(character: string): string {
  if (IS_SHOWN.test(character)) return character;
  if (/[\s\p{Cc}]/u.test(character)) return ' ';
  if (/[\p{M}\p{Cf}]/u.test(character)) return ''; // what it would change, the letter before it, is there without it
  const letters = [...character.normalize('NFKD')].filter((part) => !/\p{M}/u.test(part));
  const shown = inLatin(character) ?? letters.map((letter) => inLatin(letter) ?? letter).join('');
  return shown !== '' && IS_SHOWN.test(shown) ? shown : '?';
}

function inLatin(letter: string): string | undefined {
  const small = letter.toLowerCase();
  const latin = LATIN.get(small);
  return latin === undefined || letter === small ? latin : latin.charAt(0).toUpperCase() + latin.slice(1);
}
