import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import {
  PayrollRunDocument,
  StartPayrollRunDocument,
  UpsertEmployeesDocument,
} from '../../clients/generated/operations/graphql.ts';
import type { EmployeeInput } from '../../clients/generated/schema.ts';
import type { PayrollClient } from '../../clients/sdk/PayrollClient.ts';
import { watchRun } from '../../clients/sdk/watchRun.ts';
import { SAMPLE_PAY_GROUP_ID } from '../../demo/sampleEmployees.ts';
import { SAMPLE_USERS } from '../../demo/sampleUsers.ts';
import { launchBrowser } from './browser.ts';
import { type Dashboard, startDashboard } from './startDashboard.ts';

export type Role = 'Administrator' | 'Approver' | 'Viewer' | 'Employee';

/** The built dashboard of one company in one browser, with a signed-in page for each role. */
export class Screens {
  readonly dashboard: Dashboard;
  /** What the pages complained of: a blocked resource, an exception, an error on the console. */
  readonly complaints: string[] = [];
  readonly #browser: Browser;
  readonly #pages = new Map<Role, Promise<Page>>();
  readonly #clients = new Map<'admin' | 'approver', PayrollClient>();

  private constructor(dashboard: Dashboard, browser: Browser) {
    this.dashboard = dashboard;
    this.#browser = browser;
  }

  /** Opens them for a company of this size, or answers the reason why this machine cannot run the browser. */
  static async open(employeeCount: number): Promise<Screens | { reason: string }> {
    const browser = await launchBrowser();
    return 'reason' in browser ? browser : new Screens(await startDashboard(employeeCount), browser);
  }

  /** Takes what the pages complained of with these words for right. */
  forgive(words: string): void {
    const others = this.complaints.filter((text) => !text.includes(words));
    this.complaints.splice(0, this.complaints.length, ...others);
  }

  async close(): Promise<void> {
    for (const client of this.#clients.values()) client.close();
    await this.#browser.close();
    await this.dashboard.stop();
  }

  /** A page of nobody yet, in a context of its own. */
  async openPage(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.#browser.newContext({
      colorScheme: 'light',
      reducedMotion: 'reduce',
      viewport: { width: 1280, height: 800 },
      ...options,
    });
    context.setDefaultTimeout(120_000);
    await context.addInitScript((aheadMs) => {
      const machineNow = Date.now;
      Date.now = () => machineNow() + aheadMs;
      globalThis.Date = new Proxy(Date, {
        construct: (target, values, newTarget) =>
          Reflect.construct(target, values.length === 0 ? [Date.now()] : values, newTarget) as Date,
      });
    }, this.dashboard.clock.aheadMs);
    const page = await context.newPage();
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    return page;
  }

  async signIn(page: Page, role: Role): Promise<void> {
    await page.goto(this.dashboard.url);
    await page
      .getByRole('button', { name: new RegExp(`^${role} `) })
      .first()
      .click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
  }

  /** The role's page, at a screen; the same page each time, because a sign-in is the slowest step of a story. */
  async as(role: Role, hash: string): Promise<Page> {
    const signedIn = this.#pages.get(role) ?? this.#openSignedIn(role);
    this.#pages.set(role, signedIn);
    const page = await signedIn;
    await page.goto(`${this.dashboard.url}${hash}`);
    return page;
  }

  /** Takes a page where this role was signed in by hand for the role's page. */
  adopt(role: Role, page: Page): void {
    this.#pages.set(role, Promise.resolve(page));
  }

  async #openSignedIn(role: Role): Promise<Page> {
    const page = await this.openPage();
    await this.signIn(page, role);
    return page;
  }

  client(user: 'admin' | 'approver'): PayrollClient {
    const client = this.#clients.get(user) ?? this.dashboard.clientOf(SAMPLE_USERS[user]);
    this.#clients.set(user, client);
    return client;
  }

  /** Starts the period's run through the API and waits until it asks for a decision. */
  async startRun(periodStartDate: string): Promise<string> {
    const admin = this.client('admin');
    const input = { idempotencyKey: randomUUID(), payGroupId: SAMPLE_PAY_GROUP_ID, periodStartDate };
    const { startPayrollRun } = await admin.execute(StartPayrollRunDocument, { input });
    const runId = startPayrollRun?.run?.runId;
    if (!runId) throw new Error(`the run was refused: ${startPayrollRun?.userErrors[0]?.message}`);
    await watchRun(admin, runId);
    return runId;
  }

  /** Records these facts of an employee through the API, as another person or another program would. */
  async record(employee: EmployeeInput): Promise<void> {
    const input = { idempotencyKey: randomUUID(), employees: [employee] };
    const { upsertEmployees } = await this.client('admin').execute(UpsertEmployeesDocument, { input });
    const refusal = upsertEmployees?.userErrors[0] ?? upsertEmployees?.results[0]?.userErrors[0];
    if (refusal) throw new Error(`the employee was refused: ${refusal.message}`);
  }

  async readRun(runId: string) {
    const { payrollRun } = await this.client('admin').execute(PayrollRunDocument, { runId });
    if (!payrollRun) throw new Error(`there is no run ${runId}`);
    return payrollRun;
  }
}
