import { afterEach } from 'vitest';
import type { VirtualClock } from '../../src/Clock.ts';
import type { Cloud } from '../../src/Cloud.ts';
import type { KeepFailedEvent } from '../../src/eventbridge/Deliveries.ts';
import { EventBridge } from '../../src/eventbridge/EventBridge.ts';
import type { TargetProperties } from '../../src/eventbridge/Rule.ts';
import { ROOT, testCloud } from '../testCloud.ts';

export interface Call {
  service: string;
  operation: string;
  input: Record<string, unknown>;
  callerArn: string;
}

const open: EventBridge[] = [];

afterEach(() => {
  for (const bridge of open.splice(0)) bridge.close();
});

/** An EventBridge with a bus `payroll`, on a virtual clock; `calls` are the service calls that its targets got. */
export function bridgeHarness(overrides: Partial<Cloud> = {}) {
  const calls: Call[] = [];
  const cloud = testCloud({
    callerOfRole: (roleArn) => ({ ...ROOT, arn: roleArn }),
    call: async (service, operation, input, caller) => {
      calls.push({ service, operation, input, callerArn: caller.arn });
      return {};
    },
    ...overrides,
  });
  return { ...openBridge(cloud), calls };
}

/** The bridge of an account, also after a restart; to be started once its rules are defined. */
export function openBridge(
  cloud: Cloud & { clock: VirtualClock },
  keepFailedEvent: KeepFailedEvent = async () => 'the function has no dead-letter queue',
) {
  const bridge = new EventBridge(cloud, keepFailedEvent);
  open.push(bridge);
  bridge.defineBus({ Name: 'payroll' });
  return {
    cloud,
    bridge,
    stop: () => {
      open.splice(open.indexOf(bridge), 1);
      bridge.close();
    },
    /** A rule for every event of source `payroll`. */
    rule: (...targets: TargetProperties[]) =>
      bridge.defineRule({
        Name: 'all',
        EventBusName: 'payroll',
        EventPattern: { source: ['payroll'] },
        Targets: targets,
      }),
    put: (detail: unknown, more: object = {}) =>
      bridge.call(
        'PutEvents',
        {
          Entries: [
            {
              EventBusName: 'payroll',
              Source: 'payroll',
              DetailType: 'Progress',
              Detail: JSON.stringify(detail),
              ...more,
            },
          ],
        },
        ROOT,
      ) as { FailedEntryCount: number; Entries: { EventId?: string; ErrorCode?: string; ErrorMessage?: string }[] },
  };
}

export const RULE_ARN = 'arn:aws:events:us-east-1:000000000000:rule/payroll/all';
export const QUEUE_ARN = 'arn:aws:sqs:us-east-1:000000000000:sink';
export const DEAD_ARN = 'arn:aws:sqs:us-east-1:000000000000:dead';
export const FUNCTION_ARN = 'arn:aws:lambda:us-east-1:000000000000:function:worker';
