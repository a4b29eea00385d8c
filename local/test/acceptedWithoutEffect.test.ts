import { expect, test } from 'vitest';
import { acceptedWithoutEffect } from '../src/acceptedWithoutEffect.ts';
import { templateOf } from './template/templateOf.ts';

test.each<[string, string, object?]>([
  ['AWS::Lambda::Function', 'ReservedConcurrentExecutions'],
  ['AWS::Lambda::EventSourceMapping', 'FilterCriteria'],
  ['AWS::Lambda::Permission', 'FunctionUrlAuthType'],
  ['AWS::StepFunctions::StateMachine', 'EncryptionConfiguration', { DefinitionString: '{}' }],
  ['AWS::Events::EventBus', 'Policy'],
  ['AWS::AppSync::Resolver', 'CachingConfig'],
])('of %s, %s would change something, and is refused by name', (Type, property, properties = {}) => {
  const template = templateOf({ It: { Type, Properties: { ...properties, [property]: {} } } });
  expect(() => acceptedWithoutEffect(template)).toThrow(`does not emulate ${property} of ${Type}`);
});

test('what changes nothing on one machine is named once for each type, with the reason', () => {
  const traced = { Type: 'AWS::Lambda::Function', Properties: { TracingConfig: { Mode: 'Active' } } };
  expect(acceptedWithoutEffect(templateOf({ A: traced, B: traced }))).toEqual([
    'AWS::Lambda::Function TracingConfig: nothing is traced here',
  ]);
});
