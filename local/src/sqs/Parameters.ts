import { AwsError } from '../AwsError.ts';
import { sqsError } from './sqsError.ts';

/** The members of one request, read with the types that the SQS model declares for them. */
export class Parameters {
  readonly #input: Readonly<Record<string, unknown>>;

  constructor(input: Readonly<Record<string, unknown>>) {
    this.#input = input;
  }

  /** A member that SQS treats as missing when it is absent or empty. */
  requiredString(name: string): string {
    const value = this.string(name);
    if (value === undefined || value === '') {
      throw sqsError('MissingRequiredParameterException', `The request must contain the parameter ${name}.`);
    }
    return value;
  }

  string(name: string): string | undefined {
    return this.#typed(name, (value) => typeof value === 'string') as string | undefined;
  }

  integer(name: string): number | undefined {
    return this.#typed(name, Number.isSafeInteger) as number | undefined;
  }

  strings(name: string): string[] {
    const isStringList = (value: unknown) => Array.isArray(value) && value.every((item) => typeof item === 'string');
    return (this.#typed(name, isStringList) as string[] | undefined) ?? [];
  }

  record(name: string): Record<string, unknown> | undefined {
    const isRecord = (value: unknown) => typeof value === 'object' && !Array.isArray(value);
    return this.#typed(name, isRecord) as Record<string, unknown> | undefined;
  }

  list(name: string): Record<string, unknown>[] {
    return (this.#typed(name, Array.isArray) as Record<string, unknown>[] | undefined) ?? [];
  }

  has(name: string): boolean {
    return this.#input[name] !== undefined;
  }

  #typed(name: string, isType: (value: unknown) => boolean): unknown {
    const value = this.#input[name] ?? undefined;
    if (value === undefined || isType(value)) return value;
    throw new AwsError('SerializationException', `The member ${name} has the wrong type.`);
  }
}
