/** Members of an input that nobody but the service may see. */
const SECRETS = new Set(['accountNumber', 'file']);

/** The variables with their secrets masked down to the last four characters. */
export function masked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(masked);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [
    name,
    SECRETS.has(name) && typeof member === 'string' ? `****${member.slice(-4)}` : masked(member),
  ]);
  return Object.fromEntries(members) as unknown;
}
