import type { UserErrorPartsFragment } from '../generated/operations/graphql.ts';
import { PayrollRefusal } from '../sdk/PayrollRefusal.ts';

/** Throws what a query refuses; mutations are refused by the client itself. */
export function refuse(userErrors: readonly UserErrorPartsFragment[]): void {
  const [first, ...others] = userErrors;
  if (first) throw new PayrollRefusal([first, ...others], undefined);
}
