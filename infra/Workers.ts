import { Construct } from 'constructs';
import type { Grantable } from './grantedPermission.ts';
import { Worker } from './Worker.ts';
import { WORKER_GRANTS } from './workerGrants.ts';
import { workerSize } from './workerSizes.ts';

/** Every file of `workers/` as a Lambda function. The listing is the wiring: a new file is a new function. */
export class Workers extends Construct {
  readonly #workers: ReadonlyMap<string, Worker>;

  /** @param directories the folder of the bundle of each worker, by the worker's name */
  constructor(scope: Construct, id: string, directories: ReadonlyMap<string, string>) {
    super(scope, id);
    this.#workers = new Map(
      [...directories].map(([name, directory]) => [
        name,
        new Worker(this, pascalCase(name), { directory, ...workerSize(name) }),
      ]),
    );
  }

  /** The worker of `workers/<name>.ts`. */
  named(name: string): Worker {
    const worker = this.#workers.get(name);
    if (!worker) throw new Error(`There is no workers/${name}.ts. There are: ${[...this.#workers.keys()].join(', ')}.`);
    return worker;
  }

  /** Hands out everything in `WORKER_GRANTS`. */
  grant(from: Grantable): void {
    for (const [name, grants] of Object.entries(WORKER_GRANTS)) {
      for (const grant of grants) this.named(name).give(grant, from);
    }
  }
}

const pascalCase = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
