import { AwsError } from '../../AwsError.ts';

/** Collects what is wrong with a definition, each with its place, as AWS reports all of it at once. */
export class Problems {
  readonly #found: string[] = [];

  add(code: string, message: string, path: string): void {
    this.#found.push(`${code}: ${message} at ${path === '' ? '/' : path}`);
  }

  schema(message: string, path: string): void {
    this.add('SCHEMA_VALIDATION_FAILED', message, path);
  }

  /** Throws `InvalidDefinition` when anything was found. */
  throwIfAny(): void {
    if (this.#found.length === 0) return;
    throw new AwsError('InvalidDefinition', `Invalid State Machine Definition: '${this.#found.join(', ')}'`);
  }
}
