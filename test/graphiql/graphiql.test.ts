import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, type TestContext } from 'vitest';
import { staticPages } from 'cdk-local-engine';
import { buildGraphiql } from '../../clients/graphiql/build.ts';
import { freePort } from '../../demo/freePort.ts';
import { SAMPLE_PASSWORD, SAMPLE_USERS, type SampleUser } from '../../demo/sampleUsers.ts';
import { type Engine, startEngine } from '../../demo/startEngine.ts';
import { launchBrowser } from '../dashboard/browser.ts';

/* GraphiQL in a real browser against the whole local engine, which has people and no data. */

let browser: Browser | undefined;
let reason = '';
let engine: Engine;
let dataDirectory: string;
/** What the page complained of: a blocked resource, an exception, an error on the console. */
let complaints: string[];

beforeAll(async () => {
  const launched = await launchBrowser();
  if ('reason' in launched) {
    reason = launched.reason;
    return;
  }
  browser = launched;
  const pages = staticPages(await buildGraphiql());
  dataDirectory = mkdtempSync(join(tmpdir(), 'payroll-graphiql-'));
  engine = await startEngine({
    dataDirectory,
    port: await freePort(),
    pages: (path) =>
      path === '/config.json'
        ? { status: 200, headers: { 'content-type': 'application/json' }, body: configuration() }
        : pages(path.slice('/graphiql'.length)),
  });
});

function configuration(): string {
  const { endpoint, template } = engine.aws;
  const users = [SAMPLE_USERS.admin, SAMPLE_USERS.employee];
  return JSON.stringify({
    graphqlUrl: `${endpoint}/graphql`,
    userPoolClientId: template.outputs['UserPoolClientId'],
    userPoolEndpoint: `${endpoint}/cognito-idp`,
    sampleUsers: users.map(({ username, group }) => ({ username, group, password: SAMPLE_PASSWORD })),
  });
}

afterAll(async () => {
  if (!browser) return;
  await browser.close();
  await engine.aws.stop();
  rmSync(dataDirectory, { recursive: true, force: true });
});

beforeEach((testContext: TestContext) => {
  if (!browser) return testContext.skip(reason);
  complaints = [];
});

afterEach(() => {
  expect(complaints).toEqual([]);
});

async function open(): Promise<Page> {
  const context = await browser?.newContext({ reducedMotion: 'reduce' });
  if (!context) throw new Error(reason);
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  // What is typed before GraphiQL has read the schema may get lost.
  const isIntrospection = (request: Request) => request.postData()?.includes('IntrospectionQuery') ?? false;
  const introspected = page.waitForEvent('requestfinished', isIntrospection);
  await page.goto(`${engine.aws.endpoint}/graphiql`);
  await introspected;
  return page;
}

const sendAs = (page: Page, { username, group }: SampleUser) =>
  page.getByLabel('Send as').selectOption(`${username} (${group})`);

/** Puts a named operation in place of what is in the editor, and sends it once GraphiQL has read it. */
async function send(page: Page, operation: string): Promise<void> {
  await page.locator('.graphiql-query-editor .CodeMirror').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(operation);
  const [, name = ''] = /^\w+ (\w+)/.exec(operation) ?? [];
  await page.getByRole('tab', { name, exact: true }).waitFor();
  await page.keyboard.press('Control+Enter');
}

const shows = (page: Page, text: string | RegExp) =>
  page.locator('.result-window').getByText(text).first().waitFor({ state: 'visible' });

const RUNS = 'query Mine { payrollRuns(first: 1) { nodes { runId } } }';

test('operations are sent as the user who is chosen, and answered as the service answers that user', async () => {
  const page = await open();
  await send(page, RUNS);
  await shows(page, '"nodes"');
  await sendAs(page, SAMPLE_USERS.employee);
  await page.getByRole('button', { name: 'Execute query' }).click();
  await shows(page, /Not Authorized to access payrollRuns/);
});

test('a partner application is tried with the secret of its key', async () => {
  const page = await open();
  const operation =
    'mutation Make { createApiKey(input: { idempotencyKey: "k1", name: "try", scopes: [READ] }) { secret } }';
  const answered = page.waitForResponse(async (response) => (await response.text()).includes('createApiKey":{"secret'));
  await send(page, operation);
  const { data } = (await (await answered).json()) as { data: { createApiKey: { secret: string } } };
  await page.getByLabel('Send as').selectOption({ label: 'a partner application (API key)' });
  await page.getByLabel('Secret').fill(data.createApiKey.secret);
  await page.getByRole('button', { name: 'Use' }).click();
  await send(page, RUNS);
  await shows(page, '"nodes"');
});

test('a subscription shows messages as they come', async () => {
  const page = await open();
  const subscribed = page.waitForEvent('websocket').then(
    (socket) =>
      new Promise<void>((resolve) => {
        socket.on('framereceived', ({ payload }) => {
          if (String(payload).includes('start_ack')) resolve();
        });
      }),
  );
  await send(page, 'subscription Follow { onRunStatusChanged(companyId: "sample") { runId status } }');
  await subscribed;
  const input = { companyId: 'sample', runId: 'run_1', status: 'CALCULATING', version: 1, at: '2026-01-05T09:00:00Z' };
  const { cloud, operator, template } = engine.aws;
  await cloud.executeGraphql(
    template.outputs['GraphqlApiId'] ?? '',
    {
      query: 'mutation M($input: RunStatusChangeInput!) { publishRunStatus(input: $input) { companyId runId status } }',
      variables: { input },
    },
    operator,
  );
  await shows(page, '"run_1"');
});

test('the explorer tells what the schema says', async () => {
  const page = await open();
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await page.locator('.graphiql-doc-explorer').getByRole('link', { name: 'Query', exact: true }).click();
  await page.locator('.graphiql-doc-explorer').getByText("The caller's own company.").waitFor();
});
