import type { HookPoint } from '../../generated/schema.ts';
import { formatSeconds } from '../format/formatSeconds.ts';
import type { Hook } from './Hook.ts';

const POINTS: Readonly<Record<HookPoint, string>> = {
  BEFORE_CALCULATE: 'Before the calculation',
  BEFORE_PAY: 'Before it is paid',
  AFTER_PAY: 'After it is paid',
  ON_FAILURE: 'When it fails',
};

export const HOOK_POINTS = Object.keys(POINTS) as readonly HookPoint[];

export const hookPointInWords = (point: HookPoint): string => POINTS[point];

/** What a run does at the hook. */
export function waitInWords({ isBlocking, timeoutSeconds, onTimeout }: Hook): string {
  if (!isBlocking) return 'Notifies and continues';
  const end = onTimeout === 'CONTINUE' ? 'continues' : 'stops';
  return `Waits for an answer${timeoutSeconds ? `; after ${formatSeconds(timeoutSeconds)} it ${end}` : ''}`;
}
