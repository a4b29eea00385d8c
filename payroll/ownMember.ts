/**
 * The member of a record that is there under this name, and `undefined` otherwise. Names may be words that a company chose,
 * and every object inherits `constructor`, `toString` and others: `record[name]` would answer with those.
 *
 *     ownMember({ loan: 5 }, 'constructor') // undefined
 */
export function ownMember<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
