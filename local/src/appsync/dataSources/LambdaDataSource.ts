import { AwsError } from '../../AwsError.ts';
import type { Caller } from '../../Caller.ts';
import type { Cloud, LambdaOutcome } from '../../Cloud.ts';
import { FieldError } from '../FieldError.ts';
import type { DataSource, SourceOutcome, SourceRequest } from './DataSource.ts';
import { refuseUnknownMembers } from './refuseUnknownMembers.ts';

interface BatchAnswer {
  data?: unknown;
  errorMessage?: string;
  errorType?: string;
}

/** Invokes one function with the data source's role. */
export class LambdaDataSource implements DataSource {
  readonly #functionArn: string;
  readonly #cloud: Cloud;
  readonly #caller: Caller;
  readonly #log: (line: string) => void;

  constructor(functionArn: string, caller: Caller, cloud: Cloud, log: (line: string) => void) {
    this.#functionArn = functionArn;
    this.#caller = caller;
    this.#cloud = cloud;
    this.#log = log;
  }

  async invoke(request: SourceRequest): Promise<SourceOutcome> {
    const { operation, invocationType = 'RequestResponse', payload = null } = request;
    refuseUnknownMembers('a Lambda request', request, ['operation', 'invocationType', 'payload']);
    if (operation !== 'Invoke' && operation !== 'BatchInvoke') {
      throw new FieldError(`Unsupported operation '${String(operation)}'.`, 'MappingTemplate');
    }
    if (invocationType !== 'Event') return outcomeOf(() => this.#invoke(payload));
    // Nobody waits for the answer, so nobody but the log can hear of a failure.
    this.#invoke(payload).then(
      ({ functionError }) => functionError && this.#log(`ERROR ${this.#functionArn}: ${functionError.errorMessage}`),
      (error: unknown) => this.#log(`ERROR ${this.#functionArn}: ${String(error)}`),
    );
    return { result: null };
  }

  /** One invocation for many fields; the answer must have one entry per payload, in order. */
  async invokeBatch(payloads: readonly unknown[]): Promise<SourceOutcome[]> {
    const outcome = await outcomeOf(() => this.#invoke(payloads));
    if (outcome.error) return payloads.map(() => outcome);
    const answers = outcome.result;
    if (!Array.isArray(answers) || answers.length !== payloads.length) {
      const message = `The response from the Lambda function must be a list of ${payloads.length} entries.`;
      return payloads.map(() => ({ result: null, error: { message, type: 'Lambda:IllegalArgument' } }));
    }
    return (answers as (BatchAnswer | null)[]).map((answer) => {
      const result = answer?.data ?? null;
      if (answer?.errorMessage === undefined) return { result };
      return { result, error: { message: answer.errorMessage, type: answer.errorType ?? 'Lambda:Unhandled' } };
    });
  }

  #invoke(payload: unknown): Promise<LambdaOutcome> {
    return this.#cloud.invokeLambda(this.#functionArn, payload, this.#caller);
  }
}

async function outcomeOf(invoke: () => Promise<LambdaOutcome>): Promise<SourceOutcome> {
  try {
    const { payload, functionError } = await invoke();
    if (!functionError) return { result: payload ?? null };
    return { result: null, error: { message: functionError.errorMessage, type: 'Lambda:Unhandled' } };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return { result: null, error: { message: error.message, type: `Lambda:${error.code}` } };
  }
}
