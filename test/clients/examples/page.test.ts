import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CreateApiKeyDocument } from '../../../clients/generated/operations/graphql.ts';
import { isResting } from '../../../clients/sdk/runPhases.ts';
import { cancel, openPayrollOffice, type PayrollOffice, startRun } from '../../acceptance/payrollOffice.ts';
import { launchBrowser } from '../../dashboard/browser.ts';
import { partnerProject } from './partnerProject.ts';

/* The example of a page, rendered on a server as a framework does it, and gone on with in a browser. */

const EMPLOYEES = 120;

let office: PayrollOffice | undefined;
let project: Awaited<ReturnType<typeof partnerProject>> | undefined;
let server: Server;
let pageUrl: string;
let runId: string;

beforeAll(async () => {
  project = await partnerProject();
  office = await openPayrollOffice({ employees: EMPLOYEES });
  const { admin, aws } = office;
  const { secret } = await admin.command(CreateApiKeyDocument, { name: 'page', scopes: ['READ'] });
  process.env['PAYROLL_GRAPHQL_URL'] = `${aws.endpoint}/graphql`;
  process.env['PAYROLL_KEY'] = String(secret);
  runId = await startRun(admin);
  await admin.watchRun(runId, { until: isResting }).finished();
  const render = await serverSide(project.directory);
  const script = await browserSide(project.directory);
  server = createServer((request, response) => {
    const answer = async () => {
      if (request.url === '/script.js') return response.setHeader('content-type', 'text/javascript').end(script);
      if (request.url === '/api/payroll-token') return response.end(await admin.token());
      return response.setHeader('content-type', 'text/html').end(await render(runId, `${aws.endpoint}/graphql`));
    };
    answer().catch((error: Error) => response.writeHead(500).end(error.stack));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  pageUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/runs/${runId}`;
});
afterAll(async () => {
  server?.close();
  await office?.close();
  project?.remove();
});

/** What a framework makes of the page for its server: a function that answers the whole document. */
async function serverSide(directory: string): Promise<(runId: string, endpoint: string) => Promise<string>> {
  const entry = join(directory, 'server.tsx');
  writeFileSync(
    entry,
    `import { renderToString } from 'react-dom/server';
     import RunPage from './page/RunPage.tsx';
     export const render = async (runId) => renderToString(await RunPage({ params: Promise.resolve({ runId }) }));`,
  );
  const outfile = join(directory, 'server.mjs');
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    jsx: 'automatic',
    packages: 'external',
  });
  const { render } = (await import(pathToFileURL(outfile).href)) as { render: (runId: string) => Promise<string> };
  return async (id, endpoint) => {
    const main = await render(id);
    const [, status = '', done = '0'] = /role="status">(\w+)(?:<!-- -->)?, (?:<!-- -->)?(\d+)/.exec(main) ?? [];
    const props = JSON.stringify({ runId: id, endpoint, before: { status, doneCount: Number(done) } });
    return `<!doctype html><title>Payroll</title>${main}
      <script type="application/json" id="props">${props}</script><script type="module" src="/script.js"></script>`;
  };
}

/** What a framework makes of the client component. */
async function browserSide(directory: string): Promise<string> {
  const entry = join(directory, 'browser.tsx');
  writeFileSync(
    entry,
    `import { hydrateRoot } from 'react-dom/client';
     import { LiveRun } from './page/LiveRun.tsx';
     const props = JSON.parse(document.getElementById('props').textContent);
     hydrateRoot(document.getElementById('live'), <LiveRun {...props} />);`,
  );
  const define = { 'process.env.NODE_ENV': '"production"' };
  const { outputFiles } = await build({
    entryPoints: [entry],
    write: false,
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    define,
  });
  return outputFiles[0]?.text ?? '';
}

test('the server renders the run as it stands, and keeps the key to itself', async () => {
  const html = await (await fetch(pageUrl)).text();
  expect(html).toContain('AWAITING_APPROVAL');
  expect(html).toMatch(/Net pay (<!-- -->)?\$[\d,]+\.\d\d/);
  expect(html).not.toContain(process.env['PAYROLL_KEY']);
});

test('the browser goes on from there and shows what happens to the run', async ({ skip }) => {
  const browser = await launchBrowser();
  if ('reason' in browser) return skip(browser.reason);
  try {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(pageUrl);
    const status = page.getByRole('status');
    await expect.poll(() => status.textContent()).toBe(`AWAITING_APPROVAL, ${EMPLOYEES} done`);
    if (office) await cancel(office.admin, runId);
    await expect.poll(() => status.textContent()).toBe(`CANCELLED, ${EMPLOYEES} done`);
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
  }
});
