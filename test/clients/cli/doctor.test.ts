import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { buildSchema, introspectionFromSchema } from 'graphql';
import { afterEach, expect, test } from 'vitest';
import { callCli } from './callCli.ts';

/* Each thing that can be wrong is told by its name and with its fix. (What is well is told in runs.test.ts.) */

interface Service {
  date?: string;
  isFirewallThere?: boolean;
  isPlainWebServer?: boolean;
  isSignInRefused?: boolean;
  schema?: (text: string) => string;
}

const root = join(import.meta.dirname, '..', '..', '..');
const contract = ['clients/appsync.graphql', 'schema.graphql']
  .map((path) => readFileSync(join(root, path), 'utf8'))
  .join('\n');

let server: Server | undefined;
afterEach(() => void server?.close());

/** A service that is well but for one thing. */
async function serve({
  date,
  isFirewallThere = true,
  isPlainWebServer,
  isSignInRefused,
  schema = (all) => all,
}: Service) {
  const introspection = introspectionFromSchema(buildSchema(schema(contract)));
  server = createServer((request, response) => {
    void text(request).then((body) => {
      if (date) response.setHeader('date', date);
      if (isPlainWebServer) return response.end('<html>');
      if (isFirewallThere && body.length > 8_192) return response.writeHead(413).end();
      const errors = [{ errorType: 'UnauthorizedException', message: 'You are not authorized to make this call.' }];
      if (!request.headers.authorization || isSignInRefused)
        return response.writeHead(401).end(JSON.stringify({ errors }));
      const data = body.includes('__schema') ? introspection : { company: { companyId: 'acme', name: 'ACME' } };
      return response.end(JSON.stringify({ data }));
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

async function findingsAt(url: string) {
  const env = { PAYROLL_GRAPHQL_URL: url, PAYROLL_TOKEN: 'token' };
  const { exitCode, stdout } = await callCli(['doctor', '--json'], { env });
  const { checks } = JSON.parse(stdout) as { checks: { name: string; outcome: string; found: string; fix?: string }[] };
  return { exitCode, failed: checks.filter(({ outcome }) => outcome === 'FAILED') };
}

test('nothing is wrong with a service that is well', async () => {
  expect(await findingsAt(await serve({}))).toEqual({ exitCode: 0, failed: [] });
});

test.each<[name: string, service: Service, found: RegExp]>([
  ['clock', { date: 'Sat, 01 Jan 2000 00:00:00 GMT' }, /s from the clock/],
  ['firewall', { isFirewallThere: false }, /went through/],
  ['sign-in', { isSignInRefused: true }, /UnauthorizedException/],
  ['schema', { schema: (all) => all.replace(/^ {2}voidPayrollRun\(.*\n/m, '  other: Company\n') }, /voidPayrollRun/],
  ['service reachable', { isPlainWebServer: true }, /not as AppSync/],
])('%s', async (name, service, found) => {
  const { exitCode, failed } = await findingsAt(await serve(service));
  expect(exitCode).toBe(1);
  expect(failed[0]).toMatchObject({ name, found: expect.stringMatching(found), fix: expect.stringMatching(/./) });
});

test('of a service that is not there nothing more is said', async () => {
  const { exitCode, failed } = await findingsAt('http://127.0.0.1:9/graphql');
  expect({ exitCode, names: failed.map(({ name }) => name) }).toEqual({ exitCode: 1, names: ['service reachable'] });
});
