import type { RunItem } from './RunItem.ts';

/** Why an employee failed, without the fix that the service's message ends with: the fix stands above its group. */
export function reasonOf({ message, resolution }: NonNullable<RunItem['error']>): string {
  return message.endsWith(resolution) ? message.slice(0, -resolution.length).trimEnd() : message;
}
