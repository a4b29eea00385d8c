import type { Caller } from '../../Caller.ts';
import type { Engine } from '../Engine.ts';
import { refuseOtherMembers } from '../requestMembers.ts';
import { validationException } from '../validationException.ts';

const MEMBERS = new Set(['TableName', 'TimeToLiveSpecification']);

interface Input {
  TableName: string;
  TimeToLiveSpecification: { AttributeName: string; Enabled: boolean };
}

export function updateTimeToLive(engine: Engine, input: Input, caller: Caller): Record<string, unknown> {
  refuseOtherMembers('UpdateTimeToLive', input, MEMBERS);
  const table = engine.open(caller, 'dynamodb:UpdateTimeToLive', input.TableName);
  const { AttributeName: attribute, Enabled: enabled } = input.TimeToLiveSpecification;
  if (typeof attribute !== 'string' || attribute === '' || Buffer.byteLength(attribute) > 255) {
    throw validationException(
      `1 validation error detected: Value '${attribute ?? ''}' at 'timeToLiveSpecification.attributeName' failed to ` +
        'satisfy constraint: Member must have length greater than or equal to 1 and less than or equal to 255',
    );
  }
  const { timeToLiveAttribute: current, ...definition } = table.definition;
  if (enabled && current === attribute) throw validationException('TimeToLive is already enabled');
  if (!enabled && current === undefined) throw validationException('TimeToLive is already disabled');
  if (current !== undefined && current !== attribute) {
    throw validationException(`TimeToLive is active on a different AttributeName: current AttributeName is ${current}`);
  }
  engine.store.redefine(table, enabled ? { ...definition, timeToLiveAttribute: attribute } : definition);
  return { TimeToLiveSpecification: input.TimeToLiveSpecification };
}
