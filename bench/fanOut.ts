/**
 * Fan-out of one run's progress to 1,000 subscribers over real sockets on loopback, all in one process: messages of a full
 * segment (100 employees, about 9 KB) are published one after the other through the publish mutation.
 *
 * Measured: deliveries a second, and the delay from the mutation's call to the arrival at each subscriber. Not measured:
 * clients on other machines; here the thousand clients take their share of the same processor.
 *
 *     node bench/fanOut.ts
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { print } from 'graphql';
import { WebSocket } from 'ws';
import {
  OnRunProgressDocument,
  PublishRunProgressDocument,
  StartPayrollRunDocument,
} from '../clients/generated/operations/graphql.ts';
import { freePort } from '../demo/freePort.ts';
import { SAMPLE_PAY_GROUP_ID, SAMPLE_PERIOD_START_DATE } from '../demo/sampleEmployees.ts';
import { SAMPLE_COMPANY_ID, SAMPLE_USERS } from '../demo/sampleUsers.ts';
import { seedSampleCompany } from '../demo/seedSampleCompany.ts';
import { startEngine } from '../demo/startEngine.ts';

const SUBSCRIBERS = 1_000;
const MESSAGES = 30;
const EMPLOYEES = 123_456;

export interface FanOutFigures {
  subscribers: number;
  deliveriesPerSecond: number;
  p99DelayMs: number;
}

export async function fanOut(): Promise<FanOutFigures> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'payroll-bench-'));
  const { aws, clientOf } = await startEngine({ dataDirectory, port: await freePort() });
  const admin = clientOf(SAMPLE_USERS.admin);
  const sockets: WebSocket[] = [];
  try {
    await seedSampleCompany(admin, 1, () => {});
    const { startPayrollRun } = await admin.execute(StartPayrollRunDocument, {
      input: {
        idempotencyKey: 'fan-out',
        payGroupId: SAMPLE_PAY_GROUP_ID,
        periodStartDate: SAMPLE_PERIOD_START_DATE,
        // A run that can be watched and does nothing by itself.
        asDraft: true,
      },
    });
    const runId = startPayrollRun?.run?.runId ?? '';
    const token = await admin.token();
    const host = new URL(aws.endpoint).host;
    const delaysMs: number[] = [];
    let publishedAt = 0;
    let awaited = 0;
    let arrived: () => void = () => {};
    for (let subscriber = 0; subscriber < SUBSCRIBERS; subscriber++) {
      sockets.push(
        await subscribe(`ws://${host}/graphql/realtime`, host, token, runId, () => {
          delaysMs.push(performance.now() - publishedAt);
          if (--awaited === 0) arrived();
        }),
      );
    }
    const startedAt = performance.now();
    for (let sequence = 1_000; sequence < 1_000 + MESSAGES; sequence++) {
      awaited = SUBSCRIBERS;
      const everybody = new Promise<void>((resolve) => (arrived = resolve));
      publishedAt = performance.now();
      const request = { query: print(PublishRunProgressDocument), variables: { input: progressOf(runId, sequence) } };
      await aws.appSync.executeAs(aws.operator, request);
      await everybody;
    }
    const seconds = (performance.now() - startedAt) / 1000;
    delaysMs.sort((a, b) => a - b);
    return {
      subscribers: SUBSCRIBERS,
      deliveriesPerSecond: Math.round(delaysMs.length / seconds),
      p99DelayMs: Math.round(delaysMs[Math.floor(delaysMs.length * 0.99)] ?? NaN),
    };
  } finally {
    for (const socket of sockets) socket.terminate();
    admin.close();
    await aws.stop();
    rmSync(dataDirectory, { recursive: true, force: true });
  }
}

const progressOf = (runId: string, sequence: number) => ({
  companyId: SAMPLE_COMPANY_ID,
  runId,
  sequence,
  employeeCount: EMPLOYEES,
  calculatedCount: sequence * 100,
  failedCount: 0,
  segmentCount: 1_000,
  closedSegmentCount: sequence,
  changed: Array.from({ length: 100 }, (_, index) => ({
    employeeId: `emp_${String(sequence).padStart(6, '0')}${String(index).padStart(2, '0')}0a1b2c3d`,
    status: 'CALCULATED',
  })),
});

async function subscribe(
  url: string,
  host: string,
  token: string,
  runId: string,
  onData: () => void,
): Promise<WebSocket> {
  const authorization = { host, Authorization: token };
  const header = Buffer.from(JSON.stringify(authorization)).toString('base64url');
  const socket = new WebSocket(url, ['graphql-ws', `header-${header}`]);
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      if (text.startsWith('{"type":"connection_ack"')) {
        const operation = JSON.stringify({ query: print(OnRunProgressDocument), variables: { runId } });
        socket.send(
          JSON.stringify({ id: '1', type: 'start', payload: { data: operation, extensions: { authorization } } }),
        );
      } else if (text.includes('"start_ack"')) resolve();
      // The run that was started says something too: only what was published here counts.
      else if (text.includes(`"employeeCount":${EMPLOYEES}`)) onData();
      else if (text.includes('"type":"error"')) reject(new Error(text));
    });
  });
  return socket;
}

if (import.meta.main) console.log(await fanOut());
