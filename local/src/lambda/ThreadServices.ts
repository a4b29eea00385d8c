import type { AwsService } from '../AwsService.ts';
import type { Caller } from '../Caller.ts';
import type { Clock } from '../Clock.ts';

/** What an execution environment gives to the services that answer inside its thread. */
export interface ThreadParts {
  accountId: string;
  region: string;
  /** Follows the account's clock, virtual or not. */
  clock: Clock;
  dataDirectory: string;
  roleArn: string;
  /** What the host's `policiesOf(roleArn)` answered, cloned into the thread. */
  policies: unknown;
}

/** A service that answers in the thread; `callToJson`, where it has it, is `call` with its output as JSON text. */
export interface ThreadService extends AwsService {
  callToJson?(operation: string, input: Record<string, unknown>, caller: Caller): string;
}

/** Services that answer a function's SDK calls inside its own thread, without a hop to the main thread. */
export interface ThreadServices {
  services: readonly ThreadService[];
  /** The identity of the function's role, evaluated in the thread. */
  caller: Caller;
  /**
   * What the main thread must learn about the calls answered since it was last asked (counted operations, used
   * grants), structured-cloneable; `undefined` when there is nothing. Asked at the end of every invocation.
   */
  takeReport?(): unknown;
}

/** The export `openThreadServices` of the module that `LambdaOptions.threadServices` names. */
export type OpenThreadServices = (parts: ThreadParts) => ThreadServices;
