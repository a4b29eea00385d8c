import { parseArgs } from 'node:util';

export interface StartOptions {
  port: number;
  dataDirectory: string;
  showsDemo: boolean;
}

const DEFAULTS = { port: '4000', 'data-dir': '.payroll' } as const;

export const HELP = `npm start -- [options]        the whole payroll service on this machine, with a sample company

  --port N        where it listens (${DEFAULTS.port}); 0 takes any free port
  --data-dir DIR  where it keeps its data (${DEFAULTS['data-dir']}); delete the directory to begin again
  --no-demo       without the sample company and its payroll run
  --help          this text

The first start takes a minute or two; later ones continue where the last one stopped.`;

/** Reads the words after `npm start --`: the options, or what to print and the exit code. */
export function startOptionsOf(words: readonly string[]): StartOptions | { print: string; exitCode: number } {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        port: { type: 'string', default: DEFAULTS.port },
        'data-dir': { type: 'string', default: DEFAULTS['data-dir'] },
        demo: { type: 'boolean', default: true },
        help: { type: 'boolean', short: 'h', default: false },
      },
      allowNegative: true,
    });
    if (values.help) return { print: HELP, exitCode: 0 };
    const port = Number(values.port);
    if (values.port === '' || !Number.isInteger(port) || port < 0 || port > 65_535)
      return { print: `--port is "${values.port}"; it must be from 0 (any free port) to 65535.`, exitCode: 2 };
    return { port, dataDirectory: values['data-dir'], showsDemo: values.demo };
  } catch (error) {
    const [firstSentence = ''] = (error as Error).message.split('. ');
    return { print: `${firstSentence.replace(/\.$/, '')}. See npm start -- --help`, exitCode: 2 };
  }
}

/** The options that the command line needs to find the service of this start. */
export const dataDirectoryHint = (dataDirectory: string): string =>
  dataDirectory === DEFAULTS['data-dir']
    ? ''
    : ` --data-dir ${/\s/.test(dataDirectory) ? `"${dataDirectory}"` : dataDirectory}`;
