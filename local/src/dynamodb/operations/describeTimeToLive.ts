import type { Caller } from '../../Caller.ts';
import type { Engine } from '../Engine.ts';
import { refuseOtherMembers } from '../requestMembers.ts';

const MEMBERS = new Set(['TableName']);

export function describeTimeToLive(
  engine: Engine,
  input: { TableName: string },
  caller: Caller,
): Record<string, unknown> {
  refuseOtherMembers('DescribeTimeToLive', input, MEMBERS);
  const { timeToLiveAttribute: attribute } = engine.open(
    caller,
    'dynamodb:DescribeTimeToLive',
    input.TableName,
  ).definition;
  return {
    TimeToLiveDescription: attribute
      ? { TimeToLiveStatus: 'ENABLED', AttributeName: attribute }
      : { TimeToLiveStatus: 'DISABLED' },
  };
}
