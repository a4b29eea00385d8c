/** Wakes one waiter; rung while nobody waits, it wakes the next at once. */
export class Bell {
  #isRung = false;
  #wake: (() => void) | undefined;

  ring(): void {
    this.#isRung = true;
    this.#wake?.();
  }

  /** Resolves when it rings, after `ms`, or with the signal: look what happened. */
  wait(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', wake);
        this.#wake = undefined;
        this.#isRung = false;
        resolve();
      };
      const timer = ms === Infinity ? undefined : setTimeout(wake, ms);
      this.#wake = wake;
      if (this.#isRung || signal.aborted) wake();
      else signal.addEventListener('abort', wake, { once: true });
    });
  }
}
