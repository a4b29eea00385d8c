import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The template as CloudFormation gets it, with its intrinsic functions: policies are compared as they are written. */
const { Resources } = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'cdk.out', 'Payroll.template.json'), 'utf8'),
) as { Resources: Record<string, { Type: string; Properties: Record<string, unknown> }> };

interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal: { readonly Service?: string | readonly string[]; readonly AWS?: unknown };
  readonly Action: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const ofType = (type: string) => Object.entries(Resources).filter(([, { Type }]) => Type === type);
const refOf = (value: unknown) => (value as { readonly Ref?: string } | undefined)?.Ref;
const statementsOf = (document: unknown) => (document as { readonly Statement: readonly Statement[] }).Statement;

/** Statements that let CloudWatch do all of `actions`, and only for alarms of this account. */
const opensToCloudWatch = (actions: readonly string[]) => (statement: Statement) =>
  statement.Effect === 'Allow' &&
  [statement.Principal.Service].flat().includes('cloudwatch.amazonaws.com') &&
  actions.every((action) => [statement.Action].flat().includes(action)) &&
  JSON.stringify(statement.Condition) ===
    JSON.stringify({ StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } });

describe('an alarm reaches the people on call', () => {
  const alarms = ofType('AWS::CloudWatch::Alarm');
  test('there are alarms', () => expect(alarms.length).toBeGreaterThan(20));

  test.each(alarms)('%s: its topic lets CloudWatch publish, and so does the key of the topic', (_id, alarm) => {
    const topics = (alarm.Properties['AlarmActions'] as unknown[]).map(refOf);
    expect(topics).toHaveLength(1);
    for (const topicId of topics) {
      const policies = ofType('AWS::SNS::TopicPolicy')
        .filter(([, { Properties }]) => (Properties['Topics'] as unknown[]).map(refOf).includes(topicId))
        .flatMap(([, { Properties }]) => statementsOf(Properties['PolicyDocument']));
      // A policy of one's own replaces the default one, which would have let every service of the account publish.
      expect(policies.filter(opensToCloudWatch(['sns:Publish']))).toHaveLength(1);
      // What it denies is denied to requests without TLS alone.
      for (const { Condition } of policies.filter(({ Effect }) => Effect === 'Deny'))
        expect(Condition).toEqual({ Bool: { 'aws:SecureTransport': 'false' } });

      const keyOf = Resources[topicId ?? '']?.Properties['KmsMasterKeyId'] as { 'Fn::GetAtt': [string, string] };
      const key = Resources[keyOf['Fn::GetAtt'][0]];
      expect(
        statementsOf(key?.Properties['KeyPolicy']).filter(opensToCloudWatch(['kms:Decrypt', 'kms:GenerateDataKey*'])),
      ).toHaveLength(1);
    }
  });
});
