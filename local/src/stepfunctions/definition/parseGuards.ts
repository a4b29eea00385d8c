import type { Fields } from './Fields.ts';
import type { Catcher, Retrier } from './StateMachineDefinition.ts';

const MAX_DELAY_SECONDS = 31_622_400;

export function parseRetry(fields: Fields): Retrier[] {
  const retriers = fields.array('Retry').map((value, index, all): Retrier => {
    const retrier = fields.within(value, `Retry[${index}]`);
    const parsed = {
      errorEquals: parseErrorEquals(retrier, index === all.length - 1),
      intervalSeconds: retrier.number('IntervalSeconds', { min: 1, max: MAX_DELAY_SECONDS }) ?? 1,
      maxAttempts: retrier.number('MaxAttempts', { min: 0, max: 99_999_999 }) ?? 3,
      backoffRate: retrier.number('BackoffRate', { min: 1, isInteger: false }) ?? 2,
      maxDelaySeconds: retrier.number('MaxDelaySeconds', { min: 1, max: MAX_DELAY_SECONDS }),
      hasFullJitter: retrier.oneOf('JitterStrategy', ['FULL', 'NONE']) === 'FULL',
    };
    if (parsed.maxDelaySeconds !== undefined && parsed.maxDelaySeconds <= parsed.intervalSeconds) {
      retrier.problem("The field 'MaxDelaySeconds' must be greater than 'IntervalSeconds'", 'MaxDelaySeconds');
    }
    retrier.finish();
    return parsed;
  });
  return retriers;
}

export function parseCatch(fields: Fields): Catcher[] {
  return fields.array('Catch').map((value, index, all): Catcher => {
    const catcher = fields.within(value, `Catch[${index}]`);
    catcher.require('Next');
    const parsed = {
      errorEquals: parseErrorEquals(catcher, index === all.length - 1),
      next: catcher.string('Next') ?? '',
      output: catcher.template('Output', { errorOutput: true }),
      assign: catcher.template('Assign', { errorOutput: true }),
    };
    catcher.finish();
    return parsed;
  });
}

function parseErrorEquals(fields: Fields, isLast: boolean): string[] {
  fields.require('ErrorEquals');
  const names = fields.array('ErrorEquals').map(String);
  if (names.length === 0 && fields.has('ErrorEquals')) fields.problem('Value cannot be empty', 'ErrorEquals');
  if (names.includes('States.ALL')) {
    if (names.length > 1) fields.problem("'States.ALL' must appear alone", 'ErrorEquals');
    if (!isLast) fields.problem("'States.ALL' must appear in the last element", 'ErrorEquals');
  }
  return names;
}
