import { DynamoDb } from '../../src/dynamodb/DynamoDb.ts';
import { PolicyCaller } from '../../src/iam/PolicyCaller.ts';
import { compileStatements } from '../../src/iam/statements.ts';
import type { ThreadParts, ThreadServices } from '../../src/lambda/ThreadServices.ts';

/** The in-thread services of these tests: DynamoDB, and the role's policy document as IAM evaluates it. */
export function openThreadServices({ roleArn, policies, ...parts }: ThreadParts): ThreadServices {
  const dynamodb = new DynamoDb(parts);
  return {
    services: [dynamodb],
    caller: new PolicyCaller(roleArn, compileStatements(policies), {}),
    takeReport: () => {
      const report = Object.fromEntries(dynamodb.meter.consumed);
      dynamodb.meter.consumed.clear();
      return report;
    },
  };
}
