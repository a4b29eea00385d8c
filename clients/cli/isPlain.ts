/** Whether an output takes lines alone: a file, a pipe, a terminal that cannot draw, or somebody who asked for it. */
export const isPlain = (out: { isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean =>
  !out.isTTY || Boolean(env['NO_COLOR']) || env['TERM'] === 'dumb';
