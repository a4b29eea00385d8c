import type { LambdaFunctionError } from '../../Cloud.ts';

/** The error document for whatever a handler threw, as the Node.js runtime of Lambda writes it. */
export function formatError(thrown: unknown): LambdaFunctionError {
  if (!(thrown instanceof Error)) return { errorType: typeof thrown, errorMessage: String(thrown), trace: [] };
  const error = { errorType: thrown.name, errorMessage: thrown.message };
  return thrown.stack ? { ...error, trace: thrown.stack.split('\n') } : error;
}
