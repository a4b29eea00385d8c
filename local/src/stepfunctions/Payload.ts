import { MAX_PAYLOAD_BYTES } from './limits.ts';
import { StatesError } from './StatesError.ts';

/**
 * A JSON value on its way between states. Its text is made at most once, however many history events, checkpoints
 * and size checks ask for it.
 */
export class Payload {
  readonly #value: unknown;
  #text: string | undefined;
  #parsed: unknown;
  readonly #isText: boolean;

  private constructor(value: unknown, text: string | undefined, isText: boolean) {
    this.#value = value;
    this.#text = text;
    this.#isText = isText;
  }

  static of(value: unknown): Payload {
    return new Payload(value, undefined, false);
  }

  /** A payload known only by its text; parsed when first asked for. */
  static ofText(text: string): Payload {
    return new Payload(undefined, text, true);
  }

  get value(): unknown {
    if (!this.#isText) return this.#value;
    return (this.#parsed ??= JSON.parse(this.#text ?? 'null') as unknown);
  }

  get text(): string {
    return (this.#text ??= JSON.stringify(this.#value) ?? 'null');
  }

  get exceedsLimit(): boolean {
    const { text } = this;
    // A UTF-16 unit is at most three bytes of UTF-8, so most payloads need no byte count.
    return text.length * 3 > MAX_PAYLOAD_BYTES && Buffer.byteLength(text) > MAX_PAYLOAD_BYTES;
  }

  /** Throws `States.DataLimitExceeded` in AWS's wording; `subject` is a state's name, a task's resource type, or a function's ARN. */
  withinLimit(subject: string): this {
    if (this.exceedsLimit) {
      throw new StatesError(
        'States.DataLimitExceeded',
        `The state/task '${subject}' returned a result with a size exceeding the maximum number of bytes service limit.`,
      );
    }
    return this;
  }
}
