import type { PayrollRunItemStatus, PayrollRunStatus } from '../../../../clients/generated/schema.ts';
import type { RealtimeSocket, WebSocketClass } from '../../../../clients/sdk/WebSocketClass.ts';
import type { VirtualTime } from './VirtualTime.ts';

/** A run as the table holds it. */
export interface SimulatedRun {
  runId: string;
  status: PayrollRunStatus;
  version: number;
  sequence: number;
  employeeCount: number;
  employees: Map<string, PayrollRunItemStatus>;
}

export const countsOf = ({ employees, employeeCount, sequence }: SimulatedRun) => {
  const count = (wanted: PayrollRunItemStatus) => [...employees.values()].filter((status) => status === wanted).length;
  const [calculatedCount, failedCount, excludedCount] = [count('CALCULATED'), count('FAILED'), count('EXCLUDED')];
  return { sequence, employeeCount, calculatedCount, failedCount, excludedCount };
};

type Listener = (event: { data?: unknown }) => void;

interface Request {
  query: string;
  variables: Record<string, unknown>;
}

const COMPANY_ID = 'sample';
const PAGE = 7;

/**
 * A model of the service as a watcher meets it: one run in a table, queries that take their time, and AppSync's real-time
 * protocol. Tokens are the instants at which they expire. Requests fail now and then.
 */
export class SimulatedService {
  readonly run: SimulatedRun;
  readonly #time: VirtualTime;
  readonly #random: () => number;
  readonly #isRealtimeDown: boolean;
  readonly #sockets = new Set<SimulatedSocket>();
  /** How many requests had a token that was no longer valid. */
  refusedTokens = 0;

  constructor(run: SimulatedRun, time: VirtualTime, random: () => number, isRealtimeDown: boolean) {
    this.run = run;
    this.#time = time;
    this.#random = random;
    this.#isRealtimeDown = isRealtimeDown;
  }

  setStatus(status: PayrollRunStatus): void {
    this.run.status = status;
    this.run.version += 1;
    const { runId, version } = this.run;
    this.#publish('onRunStatusChanged', { companyId: COMPANY_ID, runId, status, version, at: '' });
  }

  closeSegment(changed: { employeeId: string; status: PayrollRunItemStatus }[]): void {
    for (const { employeeId, status } of changed) this.run.employees.set(employeeId, status);
    this.run.sequence += 1;
    this.#publish('onRunProgress', { ...this.#progress(), changed });
  }

  /** What stands in for `fetch`. */
  readonly fetch = async (_endpoint: unknown, { headers, body, signal }: RequestInit = {}): Promise<Response> => {
    await this.#delay(80);
    signal?.throwIfAborted();
    const chance = this.#random();
    if (chance < 0.05) throw new TypeError('fetch failed');
    if (chance < 0.1) return new Response('Service Unavailable', { status: 503 });
    const { authorization } = headers as Record<string, string>;
    if (!this.isValid(authorization)) {
      const errors = [{ errorType: 'UnauthorizedException', message: 'Token has expired.' }];
      return new Response(JSON.stringify({ errors }), { status: 401 });
    }
    const answer = JSON.stringify({ data: this.#answer(JSON.parse(body as string) as Request) });
    await this.#delay(300); // so that messages overtake the answer
    return new Response(answer);
  };

  /** What stands in for `WebSocket`. */
  get webSocket(): WebSocketClass {
    const connect = (socket: SimulatedSocket) => {
      if (this.#isRealtimeDown) return this.#time.after(50, () => socket.close());
      this.#sockets.add(socket);
      return this.#time.after(20, () => socket.open());
    };
    const take = (socket: SimulatedSocket, text: string) => this.#time.after(10, () => this.#receive(socket, text));
    return class extends SimulatedSocket {
      constructor() {
        super(take);
        connect(this);
      }
    };
  }

  get openSockets(): number {
    return [...this.#sockets].filter(({ readyState }) => readyState < 2).length;
  }

  isValid(token: string | undefined): boolean {
    const isValid = Number(token) > this.#time.nowMs;
    if (!isValid) this.refusedTokens += 1;
    return isValid;
  }

  #receive(socket: SimulatedSocket, text: string): void {
    const { type, id, payload } = JSON.parse(text) as {
      type: string;
      id: string;
      payload?: { data: string; extensions: { authorization: { Authorization: string } } };
    };
    if (type === 'connection_init') socket.tell({ type: 'connection_ack', payload: { connectionTimeoutMs: 300_000 } });
    if (type === 'stop') socket.subscriptions.delete(id);
    if (type !== 'start' || !payload) return;
    const token = payload.extensions.authorization.Authorization;
    const refusal = { errors: [{ errorType: 'UnauthorizedException', message: 'Token has expired.' }] };
    if (!this.isValid(token)) return socket.tell({ id, type: 'error', payload: refusal });
    const field = /\b(onRun\w+)\(/.exec((JSON.parse(payload.data) as Request).query)?.[1] ?? '';
    socket.subscriptions.set(id, field);
    socket.tell({ id, type: 'start_ack' });
    this.#time.after(Number(token) - this.#time.nowMs, () => {
      if (socket.subscriptions.delete(id)) socket.tell({ id, type: 'error', payload: refusal });
    });
  }

  #publish(field: string, message: object): void {
    this.#time.after(this.#random() * 150, () => {
      for (const socket of this.#sockets)
        for (const [id, subscribed] of socket.subscriptions)
          if (subscribed === field) socket.tell({ id, type: 'data', payload: { data: { [field]: message } } });
    });
  }

  #answer({ query, variables }: Request): unknown {
    const { run } = this;
    const field = /\{(\w+)/.exec(query)?.[1];
    if (field === 'company') return { company: { companyId: COMPANY_ID } };
    if (field === 'payrollRun') return { payrollRun: { runId: run.runId, status: run.status, version: run.version } };
    if (field === 'runProgress') return { runProgress: { ...this.#progress(), changed: null } };
    if (field !== 'payrollRunItems') throw new Error(`the model does not know ${field}`);
    const from = Number(variables['after'] ?? 0);
    const all = [...run.employees].map(([employeeId, status]) => ({ employeeId, status }));
    const pageInfo = { hasNextPage: from + PAGE < all.length, endCursor: String(from + PAGE) };
    return { payrollRunItems: { nodes: all.slice(from, from + PAGE), pageInfo } };
  }

  #progress() {
    return { companyId: COMPANY_ID, runId: this.run.runId, ...countsOf(this.run) };
  }

  #delay(longestMs: number): Promise<void> {
    return new Promise((resolve) => this.#time.after(this.#random() * longestMs, resolve));
  }
}

/** The client's end of a line to the simulated service. */
class SimulatedSocket implements RealtimeSocket {
  readyState = 0;
  /** Id -> field. */
  readonly subscriptions = new Map<string, string>();
  readonly #listeners = new Map<string, Listener[]>();
  readonly #take: (socket: SimulatedSocket, text: string) => void;

  constructor(take: (socket: SimulatedSocket, text: string) => void) {
    this.#take = take;
  }

  send(text: string): void {
    this.#take(this, text);
  }

  open(): void {
    if (this.readyState !== 0) return;
    this.readyState = 1;
    this.#emit('open', {});
  }

  tell(message: object): void {
    if (this.readyState === 1) this.#emit('message', { data: JSON.stringify(message) });
  }

  close(): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.subscriptions.clear();
    this.#emit('close', {});
  }

  addEventListener(type: string, listener: Listener): void {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
  }

  #emit(type: string, event: { data?: unknown }): void {
    for (const listener of this.#listeners.get(type) ?? []) listener(event);
  }
}
