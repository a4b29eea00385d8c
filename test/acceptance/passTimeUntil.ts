import type { LocalAws, VirtualClock } from 'cdk-local-engine';

const STEP_MS = 1000;

/** How many steps are taken while nothing happens before the condition, which costs a request, is looked at again. */
const IDLE_STEPS = 5;

/**
 * Lets virtual time pass until a condition holds and no function runs any more. Time stands still while one runs: its code
 * takes real time, and would otherwise be found to have taken too long.
 */
export async function passTimeUntil(
  { lambda }: LocalAws,
  clock: VirtualClock,
  condition: () => boolean | Promise<boolean>,
): Promise<void> {
  for (;;) {
    await turn();
    if (lambda.invocationsInFlight > 0) continue;
    if (await condition()) return;
    for (let step = 0; step < IDLE_STEPS && lambda.invocationsInFlight === 0; step++) {
      await clock.advance(STEP_MS);
      await turn();
    }
  }
}

/** Lets what is under way go on. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 1));
