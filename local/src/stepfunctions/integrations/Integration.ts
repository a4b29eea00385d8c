import type { Caller } from '../../Caller.ts';
import type { Cloud } from '../../Cloud.ts';
import type { Payload } from '../Payload.ts';

/** What a Task hands to the service it integrates with. */
export interface IntegrationCall {
  readonly cloud: Cloud;
  /** The state machine's role. */
  readonly caller: Caller;
  readonly executionArn: string;
  readonly stateMachineArn: string;
}

/** How one `Resource` of a Task is carried out. */
export interface Integration {
  /** As in `TaskScheduled`, for example `lambda` or `aws-sdk:dynamodb`. */
  readonly resourceType: string;
  /** As in `TaskScheduled`, for example `invoke.waitForTaskToken`; the ARN for a bare Lambda function. */
  readonly resource: string;
  readonly pattern: 'REQUEST_RESPONSE' | 'WAIT_FOR_TASK_TOKEN' | 'SYNC';
  /** A Lambda function's ARN as `Resource` has history events of its own and no envelope around its result. */
  readonly isBareFunction: boolean;
  /** Arguments that AWS knows and that are refused here, by name, when a state machine is defined. */
  readonly notEmulated?: readonly string[];
  /** Carries out the call; throws `StatesError` under the names that AWS gives to this integration's failures. */
  call(args: unknown, context: IntegrationCall): Promise<Payload>;
  /** For `.sync`: what the answer of `call` started, and later came to. Throws `StatesError` when that failed. */
  awaitCompletion?(submitted: Payload, context: IntegrationCall, isStopped: () => boolean): Promise<Payload>;
}
