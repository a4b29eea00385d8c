import type { Resource, Template } from '../template/Template.ts';

/**
 * What the resources of a template say themselves about who may use them: policies of buckets and queues, permissions
 * of functions, policies of keys. Policy documents, each with principals.
 */
export function resourcePolicies(template: Template): unknown[] {
  return [
    ...template.resourcesOfType('AWS::S3::BucketPolicy').map(({ properties }) => properties['PolicyDocument']),
    ...template.resourcesOfType('AWS::SQS::QueuePolicy').map(({ properties }) => properties['PolicyDocument']),
    ...template.resourcesOfType('AWS::Lambda::Permission').map(permissionDocument),
    ...template.resourcesOfType('AWS::KMS::Key').map(keyDocument),
  ];
}

/** A policy document with only those of its statements that speak of everybody. */
export function statementsForEverybody(document: unknown): unknown {
  const { Statement } = document as { Statement: unknown };
  const statements = [Statement].flat() as { Principal?: unknown }[];
  return { Statement: statements.filter(({ Principal }) => [Principal, awsOf(Principal)].includes('*')) };
}

function awsOf(principal: unknown): unknown {
  return typeof principal === 'object' && principal !== null && 'AWS' in principal ? principal.AWS : undefined;
}

/** A permission of a function in the form of a policy, which is what Lambda makes of it. */
function permissionDocument({ properties }: Resource): unknown {
  const { Action, FunctionName, Principal, SourceArn, SourceAccount } = properties;
  return {
    Statement: {
      Effect: 'Allow',
      Principal: { Service: Principal },
      Action,
      Resource: FunctionName,
      Condition: {
        ...(SourceArn === undefined ? {} : { ArnLike: { 'aws:SourceArn': SourceArn } }),
        ...(SourceAccount === undefined ? {} : { StringEquals: { 'aws:SourceAccount': SourceAccount } }),
      },
    },
  };
}

/**
 * A key's policy with the key in place of `*`, which is what `*` means there. The statement that names the account's root
 * only says that identities' own policies count, as they do anyway.
 */
function keyDocument({ arn, properties }: Resource): unknown {
  const { Statement } = properties['KeyPolicy'] as { Statement: Record<string, unknown>[] };
  const isRoot = ({ Principal }: Record<string, unknown>) =>
    String((Principal as { AWS?: unknown } | undefined)?.AWS).endsWith(':root');
  return {
    Statement: Statement.filter((statement) => !isRoot(statement)).map((statement) => ({
      ...statement,
      Resource: arn,
    })),
  };
}
