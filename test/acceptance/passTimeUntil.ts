import type { VirtualClock } from '../../local/Clock.ts';
import type { LocalAws } from '../../local/LocalAws.ts';

const STEP_MS = 1000;

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
    await new Promise((resolve) => setTimeout(resolve, 1));
    if (lambda.invocationsInFlight > 0) continue;
    if (await condition()) return;
    if (lambda.invocationsInFlight === 0) await clock.advance(STEP_MS);
  }
}
