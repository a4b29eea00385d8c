import { pathToFileURL } from 'node:url';
import type { InvokeMessage } from '../ThreadMessages.ts';

/** The context object of the nodejs24.x runtime; the members that served callbacks are gone from it, and so they are here. */
export interface LambdaContext {
  functionName: string;
  functionVersion: string;
  invokedFunctionArn: string;
  /** A string, also on AWS. */
  memoryLimitInMB: string;
  awsRequestId: string;
  logGroupName: string;
  logStreamName: string;
  xRayTraceId: string;
  getRemainingTimeInMillis(): number;
}

export type Handler = (event: unknown, context: LambdaContext) => unknown;

/** Imports the function's module and finds its handler, or throws an error whose name is the runtime's own. */
export async function loadHandler(modulePath: string, handler: string): Promise<Handler> {
  const exportName = handler.slice(handler.lastIndexOf('.') + 1);
  const exported = (await importModule(modulePath))[exportName];
  if (typeof exported !== 'function') {
    const what = exported === undefined ? 'undefined or not exported' : 'not a function';
    throw named('Runtime.HandlerNotFound', `${handler} is ${what}`);
  }
  if (exported.length >= 3) {
    throw named(
      'Runtime.CallbackHandlerDeprecated',
      `${handler} takes a callback. Lambda removed callback-based handlers with Node.js 24: make the handler async and return its result.`,
    );
  }
  return exported as Handler;
}

async function importModule(path: string): Promise<Record<string, unknown>> {
  try {
    return (await import(pathToFileURL(path).href)) as Record<string, unknown>;
  } catch (error) {
    if (error instanceof SyntaxError) throw named('Runtime.UserCodeSyntaxError', String(error), error.stack);
    throw error;
  }
}

function named(name: string, message: string, stack?: string): Error {
  const error = Object.assign(new Error(message), { name });
  if (stack !== undefined) error.stack = stack;
  return error;
}

/** What Lambda tells the handler about one invocation. */
export function contextOf(invocation: InvokeMessage): LambdaContext {
  const variable = (name: string) => process.env[name] ?? '';
  return {
    functionName: variable('AWS_LAMBDA_FUNCTION_NAME'),
    functionVersion: variable('AWS_LAMBDA_FUNCTION_VERSION'),
    invokedFunctionArn: invocation.invokedFunctionArn,
    memoryLimitInMB: variable('AWS_LAMBDA_FUNCTION_MEMORY_SIZE'),
    awsRequestId: invocation.requestId,
    logGroupName: variable('AWS_LAMBDA_LOG_GROUP_NAME'),
    logStreamName: variable('AWS_LAMBDA_LOG_STREAM_NAME'),
    xRayTraceId: invocation.traceId,
    getRemainingTimeInMillis: () => invocation.deadlineAtMs - Date.now(),
  };
}
