import { type Draft, type Field, isAsked, itemsIn, NO, textIn, YES } from './Field.ts';

/** Reads an object of the API into a form; what it does not have stays empty. */
export const draftOf = (fields: readonly Field[], recorded: object): Draft =>
  Object.fromEntries<Draft[string]>(
    fields.map((field) => {
      const value = (recorded as Readonly<Record<string, unknown>>)[field.name];
      if (field.kind === 'list')
        return [field.name, Array.isArray(value) ? value.map((item: object) => draftOf(field.fields, item)) : []];
      return [field.name, textOf(value)];
    }),
  );

function textOf(value: unknown): string {
  if (value === undefined || value === null || value === false) return value === false ? NO : '';
  if (value === true) return YES;
  if (typeof value === 'object' && 'amount' in value) return String(value.amount);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The object that a form says: empty entries and those that are not asked for are left out. */
export function valuesOf(fields: readonly Field[], draft: Draft): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const field of fields) {
    if (!isAsked(field, draft)) continue;
    if (field.kind === 'list') {
      values[field.name] = itemsIn(draft, field.name).map((item) => valuesOf(field.fields, item));
      continue;
    }
    const text = textIn(draft, field.name).trim();
    if (field.kind === 'flag') values[field.name] = text === YES;
    else if (text === '') continue;
    else if (field.kind === 'answer') values[field.name] = text === YES;
    else if (field.kind === 'whole') values[field.name] = Number(text);
    else values[field.name] = field.kind === 'money' ? text.replaceAll(/[$,\s]/g, '') : text;
  }
  return values;
}
