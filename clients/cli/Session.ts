import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PayrollClient } from '../sdk/PayrollClient.ts';
import { signIn } from '../sdk/signIn.ts';
import { CliError, EXIT } from './CliError.ts';

/** Where the service is, as `npm start` leaves it in the data directory. */
interface LocalConfiguration {
  graphqlUrl: string;
  userPoolClientId: string;
  userPoolEndpoint: string;
  sampleUsers: { username: string; group: string; password: string }[];
}

export interface SessionOptions {
  dataDirectory: string;
  /** User name, or its part before the `@` for a sample user. */
  as: string | undefined;
  /** Which sample user to be when nobody is named. */
  group: 'PayrollAdmin' | 'PayrollApprover';
}

export interface Session {
  client: PayrollClient;
  token: () => Promise<string>;
}

/**
 * Signs in: to the service that the environment names (`PAYROLL_GRAPHQL_URL` with `PAYROLL_TOKEN`, or with
 * `PAYROLL_USER_POOL_ENDPOINT`, `PAYROLL_USER_POOL_CLIENT_ID`, `PAYROLL_USERNAME` and `PAYROLL_PASSWORD`), else to the one
 * that runs on this machine, as one of its sample users.
 */
export function openSession({ dataDirectory, as, group }: SessionOptions): Session {
  const { env } = process;
  if (env['PAYROLL_GRAPHQL_URL']) {
    const token = env['PAYROLL_TOKEN']
      ? () => Promise.resolve(env['PAYROLL_TOKEN'] as string)
      : signIn({
          userPoolEndpoint: required('PAYROLL_USER_POOL_ENDPOINT'),
          userPoolClientId: required('PAYROLL_USER_POOL_CLIENT_ID'),
          username: as ?? required('PAYROLL_USERNAME'),
          password: required('PAYROLL_PASSWORD'),
        });
    return { token, client: new PayrollClient({ endpoint: env['PAYROLL_GRAPHQL_URL'], token }) };
  }
  const { graphqlUrl, userPoolEndpoint, userPoolClientId, sampleUsers } = localConfiguration(dataDirectory);
  const user = as
    ? sampleUsers.find(({ username }) => username === as || username.split('@')[0] === as)
    : sampleUsers.find((candidate) => candidate.group === group);
  if (!user) {
    const names = sampleUsers.map(({ username }) => username.split('@')[0]).join(', ');
    throw new CliError(EXIT.usage, 'UNKNOWN_USER', `--as "${as}" is no sample user; there are ${names}.`);
  }
  const token = signIn({ userPoolEndpoint, userPoolClientId, username: user.username, password: user.password });
  return { token, client: new PayrollClient({ endpoint: graphqlUrl, token }) };
}

function localConfiguration(dataDirectory: string): LocalConfiguration {
  const file = join(resolve(dataDirectory), 'local.json');
  if (!existsSync(file))
    throw new CliError(
      EXIT.unreachable,
      'NOT_STARTED',
      `${file} is not there: start the service with "npm start" (or name another --data-dir), or set PAYROLL_GRAPHQL_URL.`,
    );
  return JSON.parse(readFileSync(file, 'utf8')) as LocalConfiguration;
}

function required(name: string): string {
  const value = process.env[name];
  if (value) return value;
  throw new CliError(EXIT.usage, 'NOT_CONFIGURED', `${name} is not set, but PAYROLL_GRAPHQL_URL is: set both.`);
}
