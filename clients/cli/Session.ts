import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PayrollClient } from '../sdk/PayrollClient.ts';
import { signIn } from '../sdk/signIn.ts';
import type { TokenSource } from '../sdk/TokenSource.ts';
import { CliError } from './CliError.ts';
import type { Role } from './Command.ts';
import { EXIT } from './exitCodes.ts';

/** Where the service is, as `npm start` leaves it in the data directory. */
interface LocalConfiguration {
  graphqlUrl: string;
  userPoolClientId: string;
  userPoolEndpoint: string;
  sampleUsers: { username: string; group: string; password: string }[];
}

export interface SessionOptions {
  env: NodeJS.ProcessEnv;
  dataDirectory: string;
  /** User name, or its part before the `@` for a sample user. */
  as: string | undefined;
  /** Which sample user to be when nobody is named. */
  role: Role;
}

/** A service, and who uses it. */
export interface Session {
  endpoint: string;
  token: TokenSource;
  client: PayrollClient;
}

/**
 * Finds the service and who signs in: the one that the environment names (`PAYROLL_GRAPHQL_URL` with `PAYROLL_TOKEN`, or
 * with `PAYROLL_USER_POOL_ENDPOINT`, `PAYROLL_USER_POOL_CLIENT_ID`, `PAYROLL_USERNAME` and `PAYROLL_PASSWORD`), else the
 * one that runs on this machine, as one of its sample users. Nothing is sent yet.
 */
export function openSession(options: SessionOptions): Session {
  const endpoint = options.env['PAYROLL_GRAPHQL_URL'];
  return endpoint ? sessionOf(endpoint, tokenOfEnvironment(options)) : localSession(options);
}

const sessionOf = (endpoint: string, token: TokenSource): Session => ({
  endpoint,
  token,
  client: new PayrollClient({ endpoint, token }),
});

function tokenOfEnvironment({ env, as }: SessionOptions): TokenSource {
  const required = (name: string): string => {
    const value = env[name];
    if (value) return value;
    throw new CliError(EXIT.usage, 'NOT_CONFIGURED', `${name} is not set, but PAYROLL_GRAPHQL_URL is: set both.`);
  };
  return (
    env['PAYROLL_TOKEN'] ||
    signIn({
      userPoolEndpoint: required('PAYROLL_USER_POOL_ENDPOINT'),
      userPoolClientId: required('PAYROLL_USER_POOL_CLIENT_ID'),
      username: as ?? required('PAYROLL_USERNAME'),
      password: required('PAYROLL_PASSWORD'),
    })
  );
}

function localSession({ dataDirectory, as, role }: SessionOptions): Session {
  const { graphqlUrl, userPoolEndpoint, userPoolClientId, sampleUsers } = localConfiguration(dataDirectory);
  const user = as
    ? sampleUsers.find(({ username }) => username === as || username.split('@')[0] === as)
    : sampleUsers.find(({ group }) => group === role);
  if (!user) {
    const names = sampleUsers.map(({ username }) => username.split('@')[0]).join(', ');
    throw new CliError(EXIT.usage, 'UNKNOWN_USER', `--as "${as}" is no sample user; there are ${names}.`);
  }
  const { username, password } = user;
  return sessionOf(graphqlUrl, signIn({ userPoolEndpoint, userPoolClientId, username, password }));
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
