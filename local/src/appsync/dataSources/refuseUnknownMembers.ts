import { unsupported } from '../../unsupported.ts';
import type { SourceRequest } from './DataSource.ts';

/** A member that is not emulated may be the one that guards a write: it is refused by name, unless it is null. */
export function refuseUnknownMembers(what: string, request: SourceRequest, known: readonly string[]): void {
  for (const [name, value] of Object.entries(request)) {
    if (value !== null && !known.includes(name)) unsupported(`'${name}' in ${what}`);
  }
}
