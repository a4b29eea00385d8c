import { isPlain } from '../clients/cli/isPlain.ts';

/** Says what a start is doing, and after each stage how long it took: the first start has long ones. */
export class Stages {
  readonly #out: NodeJS.WriteStream;
  readonly #isPlain: boolean;

  constructor(out: NodeJS.WriteStream = process.stderr, env: NodeJS.ProcessEnv = process.env) {
    this.#out = out;
    this.#isPlain = isPlain(out, env);
  }

  async run<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
    const startedAt = performance.now();
    this.#out.write(this.#isPlain ? `${name}...\n` : `  ${name}...`);
    const value = await work();
    const took = `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
    this.#out.write(this.#isPlain ? `${name}: ${took}\n` : `\r\x1b[2K  ${name} ${took}\n`);
    return value;
  }
}
