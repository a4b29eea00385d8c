import { Branch } from '../Branch.ts';
import { newPosition, type Position } from '../Position.ts';
import type { Scope, State } from '../definition/StateMachineDefinition.ts';
import { Interrupted } from '../Interrupted.ts';
import { Payload } from '../Payload.ts';
import { StatesError } from '../StatesError.ts';

/** How a Parallel and an inline Map state differ. */
export interface Fork {
  readonly state: State;
  readonly maxConcurrency: number;
  scopeOf(index: number): Scope | undefined;
  /** The children's inputs, evaluated once: a restart finds them in the checkpoint. */
  prepare(): Promise<readonly { readonly input: Payload; readonly mapItem?: Position['mapItem'] }[]>;
  /** Records that a child starts after event `after`; answers the event that its first state follows. */
  started(index: number, after: number): number;
  /** Record how a child ended; `succeeded` may answer the event that the fork's own next event follows. */
  succeeded(index: number, child: Branch): number | undefined;
  failed(index: number, child: Branch): void;
  aborted(index: number, after: number): void;
}

/** Runs the children of a state side by side and answers the array of their results, in order. The first failure ends all. */
export async function runFork(branch: Branch, fork: Fork): Promise<Payload> {
  const children = branch.position.work?.kind === 'FORK' ? restore(branch, fork) : await create(branch, fork);
  await new ForkRun(branch, fork, children).run();
  return Payload.of(children.map(({ output }) => output?.value)).withinLimit(fork.state.name);
}

async function create(branch: Branch, fork: Fork): Promise<Branch[]> {
  const { execution, path, variables, position } = branch;
  const prepared = await fork.prepare();
  const children = prepared.map(({ input, mapItem }, index) => {
    const start = newPosition(mapItem, branch.lastEventId);
    return new Branch(execution, `${path}/${index}`, scopeOf(fork, index), variables, input, start);
  });
  position.work = { kind: 'FORK', count: children.length };
  execution.moved(branch);
  for (const child of children) execution.moved(child);
  execution.checkpoint();
  return children;
}

function restore(branch: Branch, fork: Fork): Branch[] {
  const { execution, path, variables, position } = branch;
  const count = position.work?.kind === 'FORK' ? position.work.count : 0;
  return Array.from({ length: count }, (_, index) => {
    const row = execution.savedBranches.get(`${path}/${index}`);
    if (!row) throw new Error(`branch ${path}/${index} of ${execution.identity.arn} is missing`);
    execution.savedBranches.delete(row.path);
    return Branch.restore(execution, scopeOf(fork, index), variables, row);
  });
}

function scopeOf(fork: Fork, index: number): Scope {
  const scope = fork.scopeOf(index);
  if (!scope) throw new Error(`state ${fork.state.name} has no branch ${index}`);
  return scope;
}

class ForkRun {
  readonly #branch: Branch;
  readonly #fork: Fork;
  readonly #children: readonly Branch[];
  readonly #running = new Set<number>();
  #next = 0;

  constructor(branch: Branch, fork: Fork, children: readonly Branch[]) {
    this.#branch = branch;
    this.#fork = fork;
    this.#children = children;
  }

  run(): Promise<void> {
    return this.#branch.waitFor<void>((resolve, reject) => {
      this.#launch(this.#branch.lastEventId, () => resolve(undefined), reject);
      return (interrupted) => {
        if (interrupted) for (const index of this.#running) this.#children[index]?.interrupt(interrupted);
      };
    });
  }

  #launch(after: number, resolve: () => void, reject: (reason: Error) => void): void {
    while (this.#running.size < this.#fork.maxConcurrency && this.#next < this.#children.length) {
      const index = this.#next++;
      const child = this.#children[index];
      if (!child || child.output) continue;
      this.#running.add(index);
      if (child.position.state === undefined) child.position.lastEventId = this.#fork.started(index, after);
      child.run().then(
        () => {
          this.#running.delete(index);
          this.#branch.position.lastEventId = this.#fork.succeeded(index, child) ?? child.lastEventId;
          this.#launch(child.lastEventId, resolve, reject);
          // Its siblings may wait for days: what this one did must not depend on their next checkpoint.
          if (this.#running.size > 0) this.#branch.execution.checkpoint();
        },
        (thrown: Error) => {
          this.#running.delete(index);
          if (thrown instanceof StatesError) this.#fail(index, child);
          reject(thrown);
        },
      );
    }
    if (this.#running.size === 0) resolve();
  }

  #fail(failedIndex: number, failed: Branch): void {
    const { execution } = this.#branch;
    this.#fork.failed(failedIndex, failed);
    const after = failed.lastEventId;
    for (const index of this.#running) {
      const child = this.#children[index];
      const type = child?.scope.states.get(child.position.state ?? '')?.type;
      this.#fork.aborted(index, after);
      if (type) execution.record(`${type}StateAborted`, after);
      child?.interrupt(new Interrupted('ABORTED'));
    }
    this.#running.clear();
    this.#branch.position.lastEventId = after;
  }
}
