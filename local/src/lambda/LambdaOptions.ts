import type { Caller } from '../Caller.ts';
import type { EndpointRequest, EndpointResponse } from './EndpointRequest.ts';
import type { RoleCredentials } from './environmentVariables.ts';
import type { LogLine } from './LogRing.ts';

/** A function's SDK call on its way to the gateway, as its role. */
export interface DispatchedRequest extends Omit<EndpointRequest, 'body'> {
  body: Buffer;
  caller: Caller;
}

export interface LambdaOptions {
  /** The gateway's URL: `AWS_ENDPOINT_URL` of every function. */
  endpointUrl: string;
  /** Credentials that the gateway will recognise as the role's. */
  credentialsOf(roleArn: string): RoleCredentials;
  /** The gateway without its socket: answers the SDK calls that are not answered inside the thread. Refusals are answers; a rejection is a lost connection. */
  dispatch(request: DispatchedRequest): Promise<EndpointResponse>;
  /** Services that answer inside the threads; without it every SDK call is dispatched. */
  threadServices?: {
    /** `file:` URL of a module that exports `openThreadServices` (see `OpenThreadServices`). */
    module: string;
    /** What that module needs to evaluate the role's policies; structured-cloneable. */
    policiesOf(roleArn: string): unknown;
    /** Takes what `ThreadServices.takeReport` told, at the end of an invocation. */
    onReport?(report: unknown, functionName: string): void;
  };
  /** False sends every SDK call through a real socket to `endpointUrl`. Default true. */
  interceptRequests?: boolean;
  /** Execution environments that one function may have at a time. Default: the number of cores, at least 2. */
  maxEnvironmentsPerFunction?: number;
  /** Sees every log event; the newest are also kept in `Lambda.recentLogs`. */
  onLog?(line: LogLine): void;
}
