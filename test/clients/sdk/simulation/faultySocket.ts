import type { RealtimeSocket, WebSocketClass } from '../../../../clients/sdk/WebSocketClass.ts';

export interface SocketFaults {
  random: () => number;
  /** The share of messages that something happens to: as many are dropped as doubled, delayed and overtaken. */
  share: number;
  /** The share of messages after which the socket is cut. */
  cutShare: number;
  longestDelayMs: number;
  /** Messages that come through in any case. */
  spares?: (text: string) => boolean;
  /** What was done so far. */
  done: Record<Fault | 'PASS' | 'CUT', number>;
}

const FAULTS = ['DROP', 'DOUBLE', 'DELAY', 'OVERTAKE'] as const;
type Fault = (typeof FAULTS)[number];

export const noFaultsYet = (): SocketFaults['done'] => ({ PASS: 0, DROP: 0, DOUBLE: 0, DELAY: 0, OVERTAKE: 0, CUT: 0 });

type Listener = (event: { data?: unknown }) => void;

/** A WebSocket over a bad line: it drops, doubles, delays and reorders what comes, and breaks. */
export function faultySocket(line: WebSocketClass, faults: SocketFaults): WebSocketClass {
  return class implements RealtimeSocket {
    readonly #line: RealtimeSocket;
    readonly #listeners: Listener[] = [];
    /** Waits until the next message has overtaken it. */
    #overtaken: { data?: unknown }[] = [];

    constructor(url: string, protocols: string[]) {
      this.#line = new line(url, protocols);
      this.#line.addEventListener('message', (event) => this.#receive(event));
    }

    get readyState(): number {
      return this.#line.readyState;
    }

    send(text: string): void {
      this.#line.send(text);
    }

    close(): void {
      this.#line.close();
    }

    addEventListener(type: 'open' | 'message' | 'close' | 'error', listener: Listener): void {
      if (type === 'message') this.#listeners.push(listener);
      else this.#line.addEventListener(type, listener);
    }

    #receive(event: { data?: unknown }): void {
      const { random, share, cutShare, longestDelayMs, spares, done } = faults;
      if (spares?.(String(event.data))) return this.#deliver(event);
      const fault = random() < share ? (FAULTS[Math.floor(random() * FAULTS.length)] as Fault) : 'PASS';
      done[fault] += 1;
      const overtaken = this.#overtaken.splice(0);
      if (fault === 'PASS' || fault === 'DOUBLE') this.#deliver(event);
      if (fault === 'DOUBLE' || fault === 'DELAY') setTimeout(() => this.#deliver(event), random() * longestDelayMs);
      if (fault === 'OVERTAKE') this.#overtaken.push(event);
      for (const late of overtaken) this.#deliver(late);
      if (random() < cutShare) {
        done.CUT += 1;
        this.#line.close();
      }
    }

    #deliver(event: { data?: unknown }): void {
      for (const listener of this.#listeners) listener(event);
    }
  };
}
