import { unsupported } from '../unsupported.ts';
import { validationException } from './validationException.ts';

/** Members that older clients used before there were expressions. */
const LEGACY = new Set([
  'AttributesToGet',
  'AttributeUpdates',
  'ConditionalOperator',
  'Expected',
  'KeyConditions',
  'QueryFilter',
  'ScanFilter',
]);

/** Refuses by name every member of a request that the operation does not act on. */
export function refuseOtherMembers(operation: string, input: object, known: ReadonlySet<string>): void {
  for (const [member, value] of Object.entries(input)) {
    if (value === undefined || known.has(member)) continue;
    unsupported(`DynamoDB ${operation} with ${LEGACY.has(member) ? 'the legacy parameter ' : ''}${member}`);
  }
}

/** Checks a member that takes one of a few words; answers the default when it is absent. */
export function oneOf<Word extends string>(member: string, value: unknown, words: readonly Word[], absent: Word): Word {
  if (value === undefined) return absent;
  if ((words as readonly unknown[]).includes(value)) return value as Word;
  throw validationException(
    `1 validation error detected: Value '${JSON.stringify(value).replaceAll('"', '')}' at '${member[0]?.toLowerCase()}${member.slice(1)}' failed to satisfy constraint: ` +
      `Member must satisfy enum value set: [${words.join(', ')}]`,
  );
}

/** The `ReturnConsumedCapacity` of a request. */
export function consumedCapacityDetail(value: unknown): 'NONE' | 'TOTAL' | 'INDEXES' {
  return oneOf('ReturnConsumedCapacity', value, ['INDEXES', 'TOTAL', 'NONE'], 'NONE');
}

/** Item collections have a size (and a limit of 10 GB) only on tables with local indexes; it is not kept here. */
export function refuseItemCollectionMetrics(value: unknown): void {
  if (oneOf('ReturnItemCollectionMetrics', value, ['SIZE', 'NONE'], 'NONE') === 'SIZE') {
    unsupported('DynamoDB ReturnItemCollectionMetrics SIZE');
  }
}
