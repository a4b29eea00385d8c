import type { Command } from './Command.ts';
import type { Parameters } from './Parameter.ts';

/** What every command takes. */
export const COMMON_OPTIONS = {
  json: { kind: 'flag', says: 'answer in JSON: one document on a line; a stream is many lines' },
  as: { kind: 'text', of: 'USER', says: 'who acts: a sample user (admin, approver, viewer), or a user name' },
  dataDir: { kind: 'text', of: 'DIR', says: 'where "npm start" keeps the service of this machine (.payroll)' },
  timeout: { kind: 'whole', of: 'SECONDS', says: 'give up after this time; what was started continues' },
  help: { kind: 'flag', says: 'show this help (-h)' },
} as const satisfies Parameters;

/** What a command takes that changes something. */
export const CHANGE_OPTIONS = {
  dryRun: { kind: 'flag', says: 'show what would be sent, secrets masked, and send no change' },
  key: { kind: 'text', of: 'KEY', says: 'idempotency key: sent again with the same key, it is done once' },
} as const satisfies Parameters;

/** And one by which money moves. */
export const MONEY_OPTIONS = {
  yes: { kind: 'flag', says: 'do it without asking; needed where nobody can be asked' },
} as const satisfies Parameters;

/** All options of a command, its own first. */
export const allOptionsOf = ({ options, effect }: Command): Parameters => ({
  ...options,
  ...(effect === 'MONEY' ? MONEY_OPTIONS : {}),
  ...(effect === undefined ? {} : CHANGE_OPTIONS),
  ...COMMON_OPTIONS,
});
