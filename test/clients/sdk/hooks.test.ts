import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, type TestContext, test } from 'vitest';
import { launchBrowser } from '../../dashboard/browser.ts';

/* The hooks as a browser runs them, with a service that answers as each test tells it. */

const ORIGIN = 'https://payroll.example';

let browser: Browser | { reason: string };
let script: string;
let service: Service;

interface Sent {
  operation: string;
  variables: { first?: number; after?: string | null; input?: { idempotencyKey: string } };
}

interface Service {
  run: { runId: string; status: string; statusReason: string | null; version: number };
  /** What the next answers are instead, by operation. */
  faults: Map<string, string[]>;
  sent: Sent[];
}

beforeAll(async () => {
  browser = await launchBrowser();
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'hooksInPage.ts')],
    write: false,
    bundle: true,
    format: 'esm',
    define: { 'process.env.NODE_ENV': '"development"' }, // React then complains of what hooks must not do
  });
  script = outputFiles[0]?.text ?? '';
});
afterAll(async () => {
  if ('close' in browser) await browser.close();
});
beforeEach(() => {
  const run = { runId: 'run_1', status: 'CALCULATING', statusReason: null, version: 3 };
  service = { run, faults: new Map(), sent: [] };
});

const ALL_RUNS = ['run_1', 'run_2', 'run_3', 'run_4', 'run_5'].map((runId) => ({ runId }));

function answerTo({ operation, variables: { first = 2, after, input } }: Sent): object {
  const fault = service.faults.get(operation)?.shift();
  if (fault) return { data: null, errors: [{ errorType: fault, message: 'It is not to be.' }] };
  const from = Number(after ?? 0);
  const pageInfo = { hasNextPage: from + first < ALL_RUNS.length, endCursor: String(from + first) };
  const { run } = service;
  if (input) Object.assign(run, { status: 'CANCELLED', version: run.version + 1, statusReason: 'wrong' });
  const answers: Record<string, object> = {
    Company: { company: { companyId: 'sample' } },
    PayrollRuns: { payrollRuns: { nodes: ALL_RUNS.slice(from, from + first), pageInfo } },
    PayrollRun: { payrollRun: run },
    RunProgress: { runProgress: null },
    CancelPayrollRun: { cancelPayrollRun: { run, replayed: false, userErrors: [] } },
  };
  return { data: answers[operation] };
}

async function open({ skip }: TestContext): Promise<Page> {
  if ('reason' in browser) return skip(browser.reason);
  const page = await browser.newPage();
  page.setDefaultTimeout(120_000);
  page.on('pageerror', (error) => expect.unreachable(error.message));
  await page.routeWebSocket(/./, (socket) => void socket.close());
  await page.route(`${ORIGIN}/**`, async (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/script.js') return route.fulfill({ contentType: 'text/javascript', body: script });
    if (path !== '/graphql')
      return route.fulfill({
        contentType: 'text/html',
        body: '<div id="root"></div><script type="module" src="/script.js"></script>',
      });
    const { query, variables } = route.request().postDataJSON() as { query: string; variables: Sent['variables'] };
    const sent = { operation: /^\w+ (\w+)/.exec(query)?.[1] ?? '', variables };
    service.sent.push(sent);
    return route.fulfill({ json: answerTo(sent) });
  });
  await page.goto(ORIGIN);
  return page;
}

const shows = (page: Page, id: string) => expect.poll(() => page.locator(`#${id}`).textContent());
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const sentOf = (operation: string) => service.sent.filter((sent) => sent.operation === operation);

test('a list shows its first page, reads on when asked, and begins anew with other variables', async (context) => {
  const page = await open(context);
  await shows(page, 'runs').toBe('run_1 run_2 more:true error:none');
  await press(page, 'read on');
  await shows(page, 'runs').toBe('run_1 run_2 run_3 run_4 more:true error:none');
  await press(page, 'read on');
  await shows(page, 'runs').toBe('run_1 run_2 run_3 run_4 run_5 more:false error:none');
  await press(page, 'three a page');
  await shows(page, 'runs').toBe('run_1 run_2 run_3 more:true error:none');
  expect(sentOf('PayrollRuns').map(({ variables }) => variables.after)).toEqual([null, '2', '4', null]);
});

test('a list that failed says so, and reading on is tried again', async (context) => {
  service.faults.set('PayrollRuns', ['Unauthorized']);
  const page = await open(context);
  await shows(page, 'runs').toBe(' more:true error:Unauthorized');
  await press(page, 'read on');
  await shows(page, 'runs').toBe('run_1 run_2 more:true error:none');
});

test('a page that fails later leaves what was read, and is read again where it failed', async (context) => {
  const page = await open(context);
  await shows(page, 'runs').toBe('run_1 run_2 more:true error:none');
  service.faults.set('PayrollRuns', ['Unauthorized']);
  await press(page, 'read on');
  await shows(page, 'runs').toBe('run_1 run_2 more:true error:Unauthorized');
  await press(page, 'read on');
  await shows(page, 'runs').toBe('run_1 run_2 run_3 run_4 more:true error:none');
});

test('a command that failed is sent again with its key; once it is done, the next has another', async (context) => {
  const page = await open(context);
  service.faults.set('CancelPayrollRun', ['Unauthorized']);
  await press(page, 'cancel');
  await shows(page, 'cancel').toBe('sending:false status:none error:Unauthorized');
  await press(page, 'cancel');
  await shows(page, 'cancel').toBe('sending:false status:CANCELLED error:none');
  await press(page, 'cancel');
  await expect.poll(() => sentOf('CancelPayrollRun')).toHaveLength(3);
  const [failed, again, next] = sentOf('CancelPayrollRun').map(({ variables }) => variables.input?.idempotencyKey);
  expect(again).toBe(failed);
  expect(next).not.toBe(failed);
});

test('a double click sends one command', async (context) => {
  const page = await open(context);
  await press(page, 'double click');
  await shows(page, 'cancel').toBe('sending:false status:CANCELLED error:none');
  expect(sentOf('CancelPayrollRun')).toHaveLength(1);
});

test('a run is read again when its status changes', async (context) => {
  const page = await open(context);
  await shows(page, 'run').toBe('CALCULATING  error:none');
  Object.assign(service.run, { status: 'FAILED', version: 4, statusReason: 'stopped' });
  await shows(page, 'run').toBe('FAILED stopped error:none');
});
