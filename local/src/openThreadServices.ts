import type { Consumed } from './dynamodb/CapacityMeter.ts';
import { DynamoDb } from './dynamodb/DynamoDb.ts';
import { Kms } from './kms/Kms.ts';
import { PolicyCaller } from './iam/PolicyCaller.ts';
import type { RolePolicies } from './iam/RoleCallers.ts';
import { compileStatements } from './iam/statements.ts';
import type { OpenThreadServices as Open } from './lambda/ThreadServices.ts';

/** What a thread tells the main thread about the calls that it answered itself. */
export interface ThreadReport {
  roleArn: string;
  usedGrants: string[];
  consumed: [resource: string, units: Consumed][];
}

/**
 * DynamoDB and KMS inside a function's thread, on the same files as everybody's, under the policies of the function's
 * role.
 */
export const openThreadServices: Open = ({ policies, roleArn, ...parts }) => {
  const { arn, documents } = policies as RolePolicies;
  const caller = new PolicyCaller(arn, documents.flatMap(compileStatements), {
    'aws:SecureTransport': 'true',
    'aws:SourceAccount': parts.accountId,
  });
  const dynamoDb = new DynamoDb(parts);
  let reportedGrants = 0;
  return {
    services: [dynamoDb, new Kms(parts)],
    caller,
    takeReport: (): ThreadReport | undefined => {
      const consumed = [...dynamoDb.meter.consumed];
      if (consumed.length === 0 && caller.usedGrants.size === reportedGrants) return undefined;
      dynamoDb.meter.consumed.clear();
      reportedGrants = caller.usedGrants.size;
      return { roleArn, usedGrants: [...caller.usedGrants], consumed };
    },
  };
};
