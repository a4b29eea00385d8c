import type { LambdaFunctionError } from '../Cloud.ts';

/** The service's own error documents, for an invocation whose runtime gave no answer. */
export const serviceErrors = {
  timedOut: (requestId: string, timeoutSeconds: number): LambdaFunctionError => ({
    errorType: 'Sandbox.Timedout',
    errorMessage: `RequestId: ${requestId} Error: Task timed out after ${timeoutSeconds.toFixed(2)} seconds`,
  }),
  /** `exitStatus` 0 is a runtime that ended as if its work were done. */
  exited: (requestId: string, exitStatus: number): LambdaFunctionError => ({
    errorType: 'Runtime.ExitError',
    errorMessage:
      exitStatus === 0
        ? `RequestId: ${requestId} Error: Runtime exited without providing a reason`
        : `RequestId: ${requestId} Error: Runtime exited with error: exit status ${exitStatus}`,
  }),
  killed: (requestId: string): LambdaFunctionError => ({
    errorType: 'Runtime.ExitError',
    errorMessage: `RequestId: ${requestId} Error: Runtime exited with error: signal: killed`,
  }),
  outOfMemory: (requestId: string): LambdaFunctionError => ({
    errorType: 'Runtime.OutOfMemory',
    errorMessage: `RequestId: ${requestId} Error: Runtime exited with error: signal: killed`,
  }),
};
