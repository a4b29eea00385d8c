/** The words of a line as a shell makes them; what is redirected is not the command's. */
export const shellWords = (line: string): string[] =>
  (/^(.*?)(?: [<>] .*)?$/.exec(line)?.[1]?.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replace(/^"(.*)"$/, '$1'));
