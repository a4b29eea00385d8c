import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MADE_TYPES, READ_TYPES } from '../src/deploy.ts';
import { LocalAws } from '../src/LocalAws.ts';
import { S3_OPERATIONS } from '../src/s3/S3Rest.ts';
import { INTEGRATIONS } from '../src/stepfunctions/integrations/integrationOf.ts';
import { INERT_RESOURCES } from '../src/template/inertResources.ts';

/** What the engine emulates and what it takes without effect, as the README has it, read from the code that does it. */
export async function emulationTables(): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'emulation-tables-'));
  writeFileSync(join(directory, 'Empty.template.json'), JSON.stringify({ Resources: {} }));
  writeFileSync(join(directory, 'Empty.assets.json'), JSON.stringify({ files: {} }));
  const aws = new LocalAws({ assembly: directory, dataDirectory: join(directory, 'data'), port: 1 });
  const operations: [service: string, names: readonly string[]][] = [
    ['Cognito user pools', aws.userPools.operations],
    ['DynamoDB', aws.dynamoDb.operations],
    ['EventBridge', aws.eventBridge.operations],
    ['EventBridge Scheduler', aws.scheduler.operations],
    ['KMS', aws.kms.operations],
    ['S3', S3_OPERATIONS],
    ['SQS', aws.sqs.operations],
    ['Step Functions', aws.stepFunctions.operations],
  ];
  await aws.stop();
  rmSync(directory, { recursive: true, force: true });
  return [
    'Operations that clients may call:',
    table(
      ['Service', 'Operations'],
      operations.map(([service, names]) => [service, codes(names)]),
    ),
    'Resource types of a template that become something:',
    codes([...MADE_TYPES, ...READ_TYPES]),
    'Task resources of Step Functions, besides functions by their ARN and `aws-sdk:` calls of DynamoDB, SQS and Step Functions:',
    codes(INTEGRATIONS),
    'Resource types that are accepted and have no effect here:',
    table(
      ['Type', 'Why'],
      Object.entries(INERT_RESOURCES).map(([type, reason]) => [`\`${type}\``, reason]),
    ),
  ].join('\n\n');
}

const codes = (names: Iterable<string>): string =>
  [...new Set(names)]
    .sort()
    .map((name) => `\`${name}\``)
    .join(', ');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const BEGIN = '<!-- begin of what is generated from the code -->';
const END = '<!-- end of what is generated from the code -->';

/** `readme` with the tables of today between its two marks. */
export function withTables(readme: string, tables: string): string {
  const [before, rest] = readme.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error('The README has no place for the tables.');
  return `${before}${BEGIN}\n\n${tables}\n\n${END}${after}`;
}
