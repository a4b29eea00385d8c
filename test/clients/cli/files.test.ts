import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { callCli } from './callCli.ts';

/* A file that is asked for is there whole, or not at all. */

const REPORT = 'employeeId,netPay\nemp_1,100.00\n';

let server: Server;
let directory: string;
let env: NodeJS.ProcessEnv;
/** What the export comes to, after it was asked for once. */
let outcome: object;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'payroll-files-'));
  const operation = { operationId: 'op_1', doneCount: 0, totalCount: 2, reason: null, url: null };
  server = createServer((request, response) => {
    if (request.url === '/report.csv') return void response.end(REPORT);
    if (request.url === '/broken.csv') {
      response.writeHead(200, { 'content-length': '1000' });
      return void response.write('half', () => response.destroy());
    }
    if (request.method === 'GET') return void response.writeHead(403).end();
    void text(request).then((body) => {
      const answers = body.includes('ExportOfRun')
        ? { operation: { ...operation, ...outcome } }
        : {
            exportPayrollRun: { operation: { ...operation, status: 'QUEUED' }, replayed: false, userErrors: [] },
            payslipDocument: { url: (outcome as { url: string }).url, expiresAt: '2026-11-27T00:15:00Z' },
          };
      response.end(JSON.stringify({ data: answers }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  env = { PAYROLL_GRAPHQL_URL: `${origin()}/graphql`, PAYROLL_TOKEN: 'key secret' };
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(directory, { recursive: true, force: true });
});

const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const output = () => join(directory, 'register.csv');
const exportTo = (to: string, ...more: string[]) =>
  callCli(['runs', 'export', 'run_2a', '--report', 'register', '--format', 'csv', '--output', to, ...more], { env });

test('an export is waited for and downloaded', async () => {
  outcome = { status: 'SUCCEEDED', doneCount: 2, url: `${origin()}/report.csv` };
  const { exitCode, stdout } = await exportTo(output(), '--json');
  expect({ exitCode, ...(JSON.parse(stdout) as object) }).toMatchObject({ exitCode: 0, bytes: REPORT.length });
  expect(readFileSync(output(), 'utf8')).toBe(REPORT);
});

test('standard output gets the file and nothing else', async () => {
  outcome = { status: 'SUCCEEDED', url: `${origin()}/report.csv` };
  expect(await exportTo('-')).toMatchObject({ exitCode: 0, stdout: REPORT });
});

test('a payslip is a document', async () => {
  outcome = { url: `${origin()}/report.csv` };
  const words = ['payslips', 'document', 'slip_1', '--format', 'html', '--output', output()];
  expect(await callCli(words, { env })).toMatchObject({ exitCode: 0 });
  expect(readFileSync(output(), 'utf8')).toBe(REPORT);
});

test.each<[what: string, outcome: () => object, exitCode: number, says: string]>([
  ['an export that fails', () => ({ status: 'FAILED', reason: 'The run is not there.' }), 1, 'The run is not there.'],
  ['an address that holds no longer', () => ({ status: 'SUCCEEDED', url: `${origin()}/old` }), 5, 'answered 403'],
  ['a download that breaks', () => ({ status: 'SUCCEEDED', url: `${origin()}/broken.csv` }), 5, 'DOWNLOAD_FAILED'],
])('%s leaves no file', async (_what, becomes, exitCode, says) => {
  outcome = becomes();
  expect(await exportTo(output())).toMatchObject({ exitCode, stderr: expect.stringContaining(says) });
  expect(readdirSync(directory)).toEqual([]);
});

test('a file that cannot be written is told', async () => {
  outcome = { status: 'SUCCEEDED', url: `${origin()}/report.csv` };
  const nowhere = join(directory, 'nowhere', 'register.csv');
  expect(await exportTo(nowhere)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('FILE_NOT_WRITABLE') });
  expect(existsSync(nowhere)).toBe(false);
});
