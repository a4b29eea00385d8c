/**
 * The dashboard in the real browser (Chromium from npm, no GPU) against the whole engine, all on one machine.
 *
 * Measured: what script travels before a person can sign in and before the list of runs stands, compressed; how long it
 * takes from publishing a run's progress until the page has drawn it (through the socket, Amplify, React, and the frame
 * after); and, while a run of 10,000 employees is scrolled from the first row to the last, the longest task that blocks the
 * page and the most rows that are in the document. Not measured: networks, and slower machines than this one. A task over
 * 50 ms on a machine that does something else says nothing: the browser had to wait for a core.
 *
 *     node bench/dashboard.ts
 */
import { gzipSync } from 'node:zlib';
import { print } from 'graphql';
import type { Page } from 'playwright-core';
import { PublishRunProgressDocument, StartPayrollRunDocument } from '../clients/generated/operations/graphql.ts';
import { SAMPLE_PAY_GROUP_ID, SAMPLE_PERIOD_START_DATE } from '../demo/sampleEmployees.ts';
import { SAMPLE_COMPANY_ID } from '../demo/sampleUsers.ts';
import { Screens } from '../test/dashboard/Screens.ts';

const EMPLOYEES = 10_000;
const CHANGES = 100;
/** Of the wheel, each frame: as fast as somebody scrolls who looks for a name. */
const SCROLL_PX = 800;
const SCROLLED_FRAMES = 400;

export interface DashboardFigures {
  signInScriptGzipKilobytes: number;
  runsScriptGzipKilobytes: number;
  changeToPixelP50Ms: number;
  changeToPixelP95Ms: number;
  rowsOfRun: number;
  mostRowsInDocument: number;
  tasksOver50Ms: number;
  /** 0 where none took 50 ms: the browser tells of no others. */
  longestTaskMs: number;
}

/** The figures, or the reason why this machine cannot run the browser. */
export async function dashboard(): Promise<DashboardFigures | { reason: string }> {
  const screens = await Screens.open(EMPLOYEES);
  if ('reason' in screens) return screens;
  try {
    return {
      ...(await firstLoad(screens)),
      ...(await changeToPixel(screens)),
      ...(await scrolling(screens)),
    };
  } finally {
    await screens.close();
  }
}

async function firstLoad(screens: Screens) {
  const page = await screens.openPage();
  const scripts = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    const url = response.url();
    if (url.endsWith('.js') && !scripts.has(url)) scripts.set(url, response.body().then(gzippedBytes));
  });
  const kilobytes = async () =>
    Math.round((await Promise.all(scripts.values())).reduce((sum, bytes) => sum + bytes, 0) / 100) / 10;
  await page.goto(screens.dashboard.url);
  await page.getByLabel('Email').waitFor();
  await page.waitForLoadState('networkidle');
  const signInScriptGzipKilobytes = await kilobytes();
  await screens.signIn(page, 'Administrator');
  await page.getByText('There are no payroll runs yet.').waitFor();
  screens.adopt('Administrator', page);
  return { signInScriptGzipKilobytes, runsScriptGzipKilobytes: await kilobytes() };
}

const gzippedBytes = (body: Buffer): number => gzipSync(body).length;

/** By the clock that the engine's process and the page have in common. */
const NOW = 'performance.timeOrigin + performance.now()';

async function changeToPixel(screens: Screens) {
  const { aws } = screens.dashboard;
  const { startPayrollRun } = await screens.client('admin').execute(StartPayrollRunDocument, {
    input: {
      idempotencyKey: 'watched',
      payGroupId: SAMPLE_PAY_GROUP_ID,
      periodStartDate: '2026-10-26',
      // A run that can be watched and does nothing by itself.
      asDraft: true,
    },
  });
  const runId = startPayrollRun?.run?.runId ?? '';
  const page = await screens.as('Administrator', `#/runs/${runId}`);
  await page.getByText('Live', { exact: true }).waitFor();
  const tookMs: number[] = [];
  for (let change = 1; change <= CHANGES; change++) {
    const calculatedCount = change * 90;
    const drawnAt = page.evaluate<number>(drawn(calculatedCount.toLocaleString('en-US')));
    const publishedAt = performance.timeOrigin + performance.now();
    const input = {
      companyId: SAMPLE_COMPANY_ID,
      runId,
      sequence: 1_000 + change,
      employeeCount: EMPLOYEES,
      calculatedCount,
      failedCount: 0,
      segmentCount: CHANGES,
      closedSegmentCount: change,
      changed: [],
    };
    await aws.appSync.executeAs(aws.operator, { query: print(PublishRunProgressDocument), variables: { input } });
    tookMs.push((await drawnAt) - publishedAt);
  }
  tookMs.sort((a, b) => a - b);
  const quantile = (share: number) => Math.round(tookMs[Math.floor((tookMs.length - 1) * share)] ?? NaN);
  return { changeToPixelP50Ms: quantile(0.5), changeToPixelP95Ms: quantile(0.95) };
}

/** When the frame after the one that first shows this figure began. */
const drawn = (figure: string) => `new Promise((resolve) => {
  const look = () => {
    const isShown = [...document.querySelectorAll('.figure dd')].some((dd) => dd.textContent === '${figure}');
    requestAnimationFrame(isShown ? () => resolve(${NOW}) : look);
  };
  look();
})`;

async function scrolling(screens: Screens) {
  const runId = await screens.startRun(SAMPLE_PERIOD_START_DATE);
  const page = await screens.as('Administrator', `#/runs/${runId}`);
  const employees = page.getByRole('region', { name: 'Employees, scrollable' });
  await employees.getByRole('row').nth(5).waitFor();
  await page.waitForLoadState('networkidle');
  await page.evaluate(WATCH_TASKS);
  await employees.hover();
  await page.evaluate(SCROLL);
  await employees.locator(`[aria-rowindex="${EMPLOYEES + 1}"] code`).waitFor();
  const { longestMs, count, mostRows } = await readTasks(page);
  return {
    rowsOfRun: EMPLOYEES,
    mostRowsInDocument: mostRows,
    tasksOver50Ms: count,
    longestTaskMs: Math.round(longestMs),
  };
}

const WATCH_TASKS = `window.tasks = { longestMs: 0, count: 0, mostRows: 0 };
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) {
    window.tasks.longestMs = Math.max(window.tasks.longestMs, duration);
    window.tasks.count += 1;
  }
}).observe({ type: 'longtask' });`;

/** Frame by frame down the list, and from there at once to its end. */
const SCROLL = `new Promise((resolve) => {
  const scroller = document.querySelector('.virtual-table');
  let frames = 0;
  const step = () => {
    window.tasks.mostRows = Math.max(window.tasks.mostRows, document.querySelectorAll('[role=row]').length);
    if (++frames > ${SCROLLED_FRAMES}) {
      scroller.scrollTop = scroller.scrollHeight;
      return resolve();
    }
    scroller.scrollTop += ${SCROLL_PX};
    requestAnimationFrame(step);
  };
  step();
})`;

const readTasks = (page: Page) => page.evaluate<{ longestMs: number; count: number; mostRows: number }>('window.tasks');

if (import.meta.main) console.log(await dashboard());
