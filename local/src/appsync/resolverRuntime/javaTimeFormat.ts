import { unsupported } from '../../unsupported.ts';

interface Fields {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  milli: number;
  /** Minutes east of UTC. */
  offsetMinutes: number;
}

interface Pattern {
  letters: string;
  literal?: string;
}

/** Splits a `java.time.format.DateTimeFormatter` pattern into runs of one letter and literal text. */
function patternsOf(format: string): Pattern[] {
  return [...format.matchAll(/'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+/g)].map(([whole, quoted, letter]) => {
    if (quoted !== undefined) return { letters: '', literal: quoted === '' ? "'" : quoted.replaceAll("''", "'") };
    return letter ? { letters: whole } : { letters: '', literal: whole };
  });
}

/** Formats an instant, in milliseconds since the epoch, as Java would. Letters beyond numeric dates and times are refused. */
export function formatJavaTime(epochMs: number, format: string, timeZone = 'UTC'): string {
  const fields = fieldsAt(epochMs, timeZone);
  const padded = (value: number, width: number) => String(value).padStart(width, '0');
  return patternsOf(format)
    .map(({ letters, literal }) => {
      if (literal !== undefined) return literal;
      switch (letters.charAt(0)) {
        case 'y':
        case 'u':
          return letters.length === 2 ? padded(fields.year % 100, 2) : padded(fields.year, letters.length);
        case 'M':
          if (letters.length > 2) break;
          return padded(fields.month, letters.length);
        case 'd':
          return padded(fields.day, letters.length);
        case 'H':
          return padded(fields.hour, letters.length);
        case 'h':
          return padded(fields.hour % 12 || 12, letters.length);
        case 'a':
          return fields.hour < 12 ? 'AM' : 'PM';
        case 'm':
          return padded(fields.minute, letters.length);
        case 's':
          return padded(fields.second, letters.length);
        case 'S':
          return padded(fields.milli, 3).padEnd(letters.length, '0').slice(0, letters.length);
        case 'X':
          return fields.offsetMinutes === 0 ? 'Z' : offsetText(fields.offsetMinutes, letters.length);
        case 'x':
          return offsetText(fields.offsetMinutes, letters.length);
        case 'Z':
          return offsetText(fields.offsetMinutes, letters.length === 5 ? 3 : 2);
      }
      return unsupported(`the date and time pattern letters '${letters}' in util.time`);
    })
    .join('');
}

/** Parses text written in a Java pattern; the zone counts only when the pattern has no offset. Throws `RangeError`. */
export function parseJavaTime(text: string, format: string, timeZone = 'UTC'): number {
  const names: string[] = [];
  const source = patternsOf(format)
    .map(({ letters, literal }) => {
      if (literal !== undefined) return literal.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
      const letter = letters[0] ?? '';
      names.push(letter);
      if ('Xx'.includes(letter) || letter === 'Z') return String.raw`(Z|[+-]\d\d:?\d\d|[+-]\d\d)`;
      if ('yuMdHmsS'.includes(letter))
        return letters.length === 1 ? String.raw`(\d+)` : String.raw`(\d{${letters.length}})`;
      return unsupported(`the date and time pattern letters '${letters}' in util.time`);
    })
    .join('');
  const match = new RegExp(`^${source}$`).exec(text);
  if (!match) throw new RangeError(`Text '${text}' could not be parsed`);
  const value = (letters: string, otherwise: number) => {
    const index = names.findIndex((name) => letters.includes(name));
    return index < 0 ? otherwise : Number(match[index + 1]);
  };
  const milliText = names.includes('S') ? (match[names.indexOf('S') + 1] ?? '') : '';
  const milli = Number(milliText.padEnd(3, '0').slice(0, 3));
  const day = [value('yu', 1970), value('M', 1) - 1, value('d', 1)] as const;
  const localMs = Date.UTC(...day, value('H', 0), value('m', 0), value('s', 0), milli);
  const offsetIndex = names.findIndex((name) => 'XxZ'.includes(name));
  if (offsetIndex >= 0) return localMs - parsedOffset(match[offsetIndex + 1] ?? 'Z') * 60_000;
  // The offset at the same wall-clock time in UTC is right but for the hours around a change; the second look mends those.
  const guessMs = localMs - fieldsAt(localMs, timeZone).offsetMinutes * 60_000;
  return localMs - fieldsAt(guessMs, timeZone).offsetMinutes * 60_000;
}

function parsedOffset(text: string): number {
  if (text === 'Z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(3).replace(':', '') || 0);
  return text.startsWith('-') ? -minutes : minutes;
}

function offsetText(offsetMinutes: number, length: number): string {
  const size = Math.abs(offsetMinutes);
  const hours = String(Math.floor(size / 60)).padStart(2, '0');
  const minutes = String(size % 60).padStart(2, '0');
  const sign = offsetMinutes < 0 ? '-' : '+';
  if (length === 1) return size % 60 === 0 ? sign + hours : sign + hours + minutes;
  return `${sign}${hours}${length === 2 ? '' : ':'}${minutes}`;
}

function fieldsAt(epochMs: number, timeZone: string): Fields {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(epochMs);
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const [year, month, day] = [value('year'), value('month'), value('day')];
  const [hour, minute, second] = [value('hour'), value('minute'), value('second')];
  const milli = ((epochMs % 1000) + 1000) % 1000;
  const offsetMinutes = (Date.UTC(year, month - 1, day, hour, minute, second, milli) - epochMs) / 60_000;
  return { year, month, day, hour, minute, second, milli, offsetMinutes };
}
