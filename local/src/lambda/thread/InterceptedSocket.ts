import { EventEmitter } from 'node:events';

/** The socket that an intercepted request shows to the AWS SDK: always connected, and watched for inactivity. */
export class InterceptedSocket extends EventEmitter {
  readonly connecting = false;
  #timer: NodeJS.Timeout | undefined;

  setTimeout(timeoutMs: number, onTimeout?: () => void): this {
    clearTimeout(this.#timer);
    if (onTimeout) this.once('timeout', onTimeout);
    if (timeoutMs > 0) this.#timer = setTimeout(() => this.emit('timeout'), timeoutMs);
    return this;
  }

  /** There is no connection to keep alive. */
  setKeepAlive(): this {
    return this;
  }

  destroy(): this {
    clearTimeout(this.#timer);
    return this;
  }
}
