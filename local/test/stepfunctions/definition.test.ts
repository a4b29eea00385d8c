import { describe, expect, test } from 'vitest';
import { StateMachineRig } from './StateMachineRig.ts';

const pass = { Type: 'Pass', End: true };
const only = (state: object) => ({ StartAt: 'S', States: { S: state } });
const task = (fields: object) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: 'f' },
  End: true,
  ...fields,
});
const map = (fields: object, config: object = { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' }) =>
  only({
    Type: 'Map',
    ItemProcessor: { ProcessorConfig: config, StartAt: 'In', States: { In: pass } },
    End: true,
    ...fields,
  });

describe('InvalidDefinition tells everything that is wrong, and where', () => {
  test.each([
    // definition                                                                             what AWS says
    [{ StartAt: 'S' }, 'SCHEMA_VALIDATION_FAILED: These fields are required: [States] at /'],
    [
      only({ Type: 'Pas', End: true }),
      "SCHEMA_VALIDATION_FAILED: The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map] at /States/S/Type",
    ],
    [only({ Type: 'Pass' }), 'SCHEMA_VALIDATION_FAILED: These fields are required: [Next] or [End] at /States/S'],
    ...['2026-02-30T00:00:00Z', '2026-01-05', '2026-01-05T09:00Z', '2026-01-05 09:00:00Z', 'Mon, 05 Jan 2026'].map(
      (Timestamp): [object, string] => [
        only({ Type: 'Wait', Timestamp, End: true }),
        'String does not match RFC3339 timestamp at /States/S/Timestamp',
      ],
    ),
    [only({ ...pass, Foo: 1 }), 'SCHEMA_VALIDATION_FAILED: Field is not supported at /States/S/Foo'],
    [
      only({ ...pass, ResultPath: '$.a' }),
      "SCHEMA_VALIDATION_FAILED: Field 'ResultPath' is not supported when 'QueryLanguage' is 'JSONata' at /States/S/ResultPath",
    ],
    [
      only({ ...pass, QueryLanguage: 'JSONPath' }),
      "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine at /States/S/QueryLanguage",
    ],
    [only({ Type: 'Pass', Next: 'T' }), "MISSING_TRANSITION_TARGET: Missing 'Next' target: T at /States/S/Next"],
    [{ StartAt: 'T', States: { S: pass } }, "MISSING_TRANSITION_TARGET: Missing 'StartAt' target: T at /StartAt"],
    [
      { StartAt: 'S', States: { S: pass, T: pass } },
      'MISSING_TRANSITION_TARGET: State "T" is not reachable. at /States/T',
    ],
    [only(task({ Catch: [{ ErrorEquals: ['E'], Next: 'T' }] })), "Missing 'Next' target: T at /States/S/Catch[0]/Next"],
    [
      only(task({ Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['E'] }] })),
      "'States.ALL' must appear in the last element at /States/S/Retry[0]/ErrorEquals",
    ],
    [
      only(task({ Retry: [{ ErrorEquals: ['States.ALL', 'E'] }] })),
      "'States.ALL' must appear alone at /States/S/Retry[0]/ErrorEquals",
    ],
    [
      only(task({ Retry: [{ ErrorEquals: ['E'], MaxDelaySeconds: 31_622_401 }] })),
      'Maximum value is 31622400 at /States/S/Retry[0]/MaxDelaySeconds',
    ],
    [only(task({ Retry: [{}] })), 'These fields are required: [ErrorEquals] at /States/S/Retry[0]'],
    [
      only(task({ TimeoutSeconds: 5, HeartbeatSeconds: 5 })),
      "The field 'HeartbeatSeconds' must be smaller than 'TimeoutSeconds' at /States/S/HeartbeatSeconds",
    ],
    [only({ Type: 'Wait', End: true }), 'exactly one of these fields: [Seconds, Timestamp] at /States/S'],
    [
      only({ Type: 'Wait', Timestamp: 'soon', End: true }),
      'String does not match RFC3339 timestamp at /States/S/Timestamp',
    ],
    [only({ Type: 'Parallel', Branches: [], End: true }), 'Value cannot be empty at /States/S/Branches'],
    [
      only({ ...pass, Output: { a: '{% $x + %}' } }),
      'The JSONata expression is invalid: S0207: Unexpected end of expression at /States/S/Output/a',
    ],
    [only({ ...pass, Output: '{% $$.a %}' }), "'$$' is not supported at /States/S/Output"],
    [
      only({ ...pass, Output: '{% $states.errorOutput %}' }),
      "The variable '$states.errorOutput' is not available in this field at /States/S/Output",
    ],
    [
      only(task({ Arguments: '{% $states.result %}' })),
      "The variable '$states.result' is not available in this field at /States/S/Arguments",
    ],
    [
      {
        StartAt: 'S',
        States: {
          S: { ...pass, Assign: { x: 1 }, End: undefined, Next: 'P' },
          P: { Type: 'Parallel', Branches: [only({ ...pass, Assign: { x: 2 } })], End: true },
        },
      },
      "The variable 'x' is already assigned in an outer scope",
    ],
    [only({ ...pass, Assign: { states: 1 } }), 'The variable name is invalid at /States/S/Assign/states'],
    [map({ Label: 'x'.repeat(41) }), 'Label cannot exceed 40 characters at /States/S/Label'],
    [map({ Label: 'a b' }), 'Label contains invalid characters: a b at /States/S/Label'],
    [
      map({}, { Mode: 'DISTRIBUTED' }),
      'These fields are required: [ExecutionType] at /States/S/ItemProcessor/ProcessorConfig',
    ],
    [
      map({ ItemBatcher: {} }),
      'These fields are required: [MaxItemsPerBatch] or [MaxInputBytesPerBatch] at /States/S/ItemBatcher',
    ],
    [map({ Label: 'L' }, { Mode: 'INLINE' }), 'Field is not supported at /States/S/Label'],
  ])('%j', (definition, message) => {
    const define = () => new StateMachineRig().define(definition);
    expect(define).toThrow(
      expect.objectContaining({
        name: 'InvalidDefinition',
        message: expect.stringMatching(/^Invalid State Machine Definition: '.*'$/) as string,
      }) as Error,
    );
    expect(define).toThrow(message);
  });
});

test.each([
  ['.waitForTaskToken', 'lambda:invoke.waitForTaskToken'],
  ['.sync', 'states:startExecution.sync:2'],
])('an Express machine does not support %s', (pattern, resource) => {
  const definition = only(task({ Resource: `arn:aws:states:::${resource}` }));
  const message = `SCHEMA_VALIDATION_FAILED: Express state machine does not support '${pattern}' service integration at /States/S/Resource`;
  expect(() => new StateMachineRig().define(definition, 'EXPRESS')).toThrow(message);
  expect(() => new StateMachineRig().define(definition, 'STANDARD')).not.toThrow();
});

test.each([
  [
    'a Task resource',
    only(task({ Resource: 'arn:aws:states:::glue:startJobRun' })),
    'the Task resource arn:aws:states:::glue:startJobRun',
  ],
  ['an SDK service', only(task({ Resource: 'arn:aws:states:::aws-sdk:s3:getObject' })), 'aws-sdk:s3:getObject'],
  ['JSONPath', { QueryLanguage: 'JSONPath', ...only(pass) }, 'JSONPath state machines'],
  [
    'a reader of listings',
    map({ ItemReader: { Resource: 'arn:aws:states:::s3:listObjectsV2', Arguments: { Bucket: 'b' } } }),
    's3:listObjectsV2',
  ],
  [
    'Parquet',
    map({
      ItemReader: {
        Resource: 'arn:aws:states:::s3:getObject',
        Arguments: { Bucket: 'b' },
        ReaderConfig: { InputType: 'PARQUET' },
      },
    }),
    'PARQUET',
  ],
])('what is not emulated is refused by name: %s', (_case, definition, named) => {
  expect(() => new StateMachineRig().define(definition)).toThrow(named);
});

test.each(['InvocationType', 'LogType', 'Qualifier'])('%s of lambda:invoke is refused by name', (name) => {
  const definition = only(task({ Arguments: { FunctionName: 'f', [name]: 'x' } }));
  expect(() => new StateMachineRig().define(definition)).toThrow(`${name} in the Arguments of`);
});
