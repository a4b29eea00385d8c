import type { LambdaFunctionError } from '../Cloud.ts';
import type { EndpointRequest, EndpointResponse } from './EndpointRequest.ts';

/** All that a thread must know to become an execution environment (`workerData`, cloned once). */
export interface ThreadStart {
  modulePath: string;
  handler: string;
  endpointUrl: string;
  /** False: SDK calls take a real socket to the endpoint. */
  interceptRequests: boolean;
  /** Milliseconds since the epoch in a shared cell, while time is virtual; `undefined` while it is the system's. */
  virtualNow: BigInt64Array<SharedArrayBuffer> | undefined;
  /** How much later than the machine's the time is, in milliseconds. */
  offsetMs: number;
  /** The services that answer inside the thread; `undefined` forwards every call. */
  services:
    | {
        module: string;
        accountId: string;
        region: string;
        dataDirectory: string;
        roleArn: string;
        policies: unknown;
      }
    | undefined;
}

/** Payloads cross as JSON text, so that nothing crosses here that a real invocation could not carry. */
export interface InvokeMessage {
  kind: 'invoke';
  requestId: string;
  payload: string;
  invokedFunctionArn: string;
  deadlineAtMs: number;
  traceId: string;
}

export type ToThread =
  | InvokeMessage
  | { kind: 'endpointResponse'; id: number; response: EndpointResponse }
  | { kind: 'endpointFailure'; id: number; message: string };

export type FromThread =
  | { kind: 'ready'; initMs: number }
  | { kind: 'initFailed'; error: LambdaFunctionError }
  | { kind: 'returned'; payload: string; durationMs: number; report: unknown }
  /** `exits`: the error was caught by nobody, and ends the thread. */
  | { kind: 'threw'; error: LambdaFunctionError; durationMs: number; report: unknown; exits: boolean }
  | { kind: 'log'; requestId: string; line: string }
  | { kind: 'endpointRequest'; id: number; request: EndpointRequest };
