import { Item } from './Item.ts';

/** A response as JSON text, with the stored text of items put in as it is. */
export function responseText(value: unknown): string {
  if (value instanceof Item) return value.text;
  if (Array.isArray(value)) return `[${value.map(responseText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}:${responseText(member)}`);
  return `{${members.join(',')}}`;
}

/** A response as plain values, every item parsed. */
export function responseValue(value: unknown): unknown {
  if (value instanceof Item) return value.attributes;
  if (Array.isArray(value)) return value.map(responseValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, responseValue(member)]));
}
