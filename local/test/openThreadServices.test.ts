import { expect, test } from 'vitest';
import { RoleCallers } from '../src/iam/RoleCallers.ts';
import { Kms } from '../src/kms/Kms.ts';
import { openThreadServices } from '../src/openThreadServices.ts';
import { templateOf } from './template/templateOf.ts';
import { testCloud } from './testCloud.ts';

const ROLE_ARN = 'arn:aws:iam::000000000000:role/worker';

/** A role that may generate data keys and decrypt, and a key whose policy has `statements` beside AWS's default. */
function threadOf(statements: object[] = []) {
  const account = { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::000000000000:root' }, Action: 'kms:*' };
  const KeyPolicy = { Statement: [{ ...account, Resource: '*' }, ...statements] };
  const grant = { Effect: 'Allow', Action: ['kms:GenerateDataKey', 'kms:Decrypt'], Resource: '*' };
  const template = templateOf({
    Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy } },
    Worker: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: 'worker',
        AssumeRolePolicyDocument: {
          Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } },
        },
        Policies: [{ PolicyName: 'p', PolicyDocument: { Statement: [grant] } }],
      },
    },
  });
  const cloud = testCloud();
  const KeyId = template.resourcesOfType('AWS::KMS::Key')[0]?.physicalName ?? '';
  new Kms(cloud).defineKey(KeyId, { KeyPolicy });
  const policies: unknown = structuredClone(new RoleCallers(template, cloud.accountId).policiesOf(ROLE_ARN));
  const { accountId, region, clock, dataDirectory } = cloud;
  const thread = openThreadServices({ accountId, region, clock, dataDirectory, roleArn: ROLE_ARN, policies });
  const kms = thread.services.find(({ targetPrefix }) => targetPrefix === 'TrentService');
  return {
    ...thread,
    call: (operation: string, input: object) => kms?.call(operation, { KeyId, ...input }, thread.caller),
  };
}

test('a thread answers KMS itself, with the keys of the account and the grants of its role', () => {
  const { call, takeReport } = threadOf();
  const { CiphertextBlob, Plaintext } = call('GenerateDataKey', { KeySpec: 'AES_256' }) as Record<string, string>;
  expect(call('Decrypt', { CiphertextBlob })).toMatchObject({ Plaintext });
  expect(() => call('Encrypt', { Plaintext: 'eA==' })).toThrow('not authorized to perform: kms:Encrypt');
  const usedGrants = ['kms:GenerateDataKey *', 'kms:Decrypt *'];
  expect(takeReport?.()).toEqual({ roleArn: ROLE_ARN, usedGrants, consumed: [] });
  expect(takeReport?.()).toBeUndefined();
});

test("a key's policy may forbid everybody what their own policies allow, in a thread too", () => {
  const { call } = threadOf([{ Effect: 'Deny', Principal: '*', Action: 'kms:Decrypt', Resource: '*' }]);
  const { CiphertextBlob } = call('GenerateDataKey', { KeySpec: 'AES_256' }) as Record<string, string>;
  expect(() => call('Decrypt', { CiphertextBlob })).toThrow('not authorized to perform: kms:Decrypt');
});
