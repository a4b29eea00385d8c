import { formatDate } from '../format/formatDate.ts';
import { formatMoney } from '../format/formatMoney.ts';
import { type Draft, type Field, isAsked, itemsIn, textIn, YES } from './Field.ts';

/** One entry that differs, in words; empty: nothing is recorded. */
export interface Change {
  label: string;
  before: string;
  after: string;
}

/** What a form would change, in the order of its fields. Entries of lists are told apart by their names. */
export function changesOf(fields: readonly Field[], before: Draft, after: Draft): Change[] {
  const [was, is] = [wordsByLabel(fields, before), wordsByLabel(fields, after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((label) => {
    const change = { label, before: was.get(label) ?? '', after: is.get(label) ?? '' };
    return change.before === change.after ? [] : [change];
  });
}

function wordsByLabel(fields: readonly Field[], draft: Draft, prefix = ''): Map<string, string> {
  const words = new Map<string, string>();
  for (const field of fields) {
    if (!isAsked(field, draft)) continue;
    if (field.kind !== 'list') {
      const text = inWords(field, textIn(draft, field.name).trim());
      if (text !== '') words.set(`${prefix}${field.label}`, text);
      continue;
    }
    for (const item of itemsIn(draft, field.name)) {
      const name = uniqueIn(words, `${prefix}${field.itemName(item) || field.itemWord}`);
      words.set(name, 'recorded');
      for (const [label, text] of wordsByLabel(field.fields, item, `${name}: `)) words.set(label, text);
    }
  }
  return words;
}

/** Two of the same name are told apart by a number. */
function uniqueIn(words: ReadonlyMap<string, string>, name: string): string {
  if (!words.has(name)) return name;
  for (let number = 2; ; number++) if (!words.has(`${name} (${number})`)) return `${name} (${number})`;
}

function inWords(field: Exclude<Field, { kind: 'list' }>, text: string): string {
  if (text === '') return field.kind === 'flag' ? 'No' : '';
  switch (field.kind) {
    case 'choice':
      return field.options.find(({ value }) => value === text)?.text ?? text;
    case 'flag':
    case 'answer':
      return text === YES ? 'Yes' : 'No';
    case 'date':
      return formatDate(text);
    case 'money':
      return moneyInWords(text);
    case 'percent':
      return `${text}%`;
    case 'text':
    case 'whole':
      return text;
  }
}

function moneyInWords(typed: string): string {
  const text = typed.replaceAll(/[$,\s]/g, '');
  if (!/^\d+(\.\d{1,2})?$/.test(text)) return typed;
  const [whole = '', cents = ''] = text.split('.');
  return formatMoney({ amount: `${whole}.${cents.padEnd(2, '0')}`, currency: 'USD' });
}
