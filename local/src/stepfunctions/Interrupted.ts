/**
 * Ends the code of a running state from outside. `ABORTED`: the execution (or the branch) is over. `SUSPENDED`: this
 * process lets go of it, and another one goes on from the last checkpoint, so nothing is written.
 */
export class Interrupted extends Error {
  readonly reason: 'ABORTED' | 'SUSPENDED';

  constructor(reason: 'ABORTED' | 'SUSPENDED') {
    super(reason);
    this.name = 'Interrupted';
    this.reason = reason;
  }
}
