import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, CfnOutput, Stack, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, test } from 'vitest';
import { LocalAws } from 'cdk-local-engine';
import { DashboardSite, type DashboardSiteProps } from '../../infra/DashboardSite.ts';
import { scratchDirectory } from '../scratchDirectory.ts';

interface Resource {
  readonly Type: string;
  readonly Properties: object;
}

/** A stack with the site alone; cdk-nag runs in its synth. */
function synthesized(more: Partial<DashboardSiteProps> = {}) {
  const { context } = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'cdk.json'), 'utf8')) as {
    context: Record<string, unknown>;
  };
  const outdir = scratchDirectory();
  const app = new App({ outdir, context, analyticsReporting: false, builtinCloudFormationValidation: false });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const stack = new Stack(app, 'Shop');
  const site = new DashboardSite(stack, 'Dashboard', {
    directory: scratchDirectory({ 'index.html': '<p>', 'assets/app-1a2b.js': '', 'inputs.sha256': 'digest' }),
    graphqlUrl: 'https://abc.appsync-api.us-east-1.amazonaws.com/graphql',
    realtimeUrl: 'wss://abc.appsync-realtime-api.us-east-1.amazonaws.com/graphql',
    filesHost: 'files.s3.us-east-1.amazonaws.com',
    userPoolId: 'us-east-1_abc',
    userPoolClientId: 'client',
    domain: undefined,
    ...more,
  });
  new CfnOutput(stack, 'Url', { value: site.url });
  app.synth();
  const document = JSON.parse(readFileSync(join(outdir, 'Shop.template.json'), 'utf8')) as {
    Resources: Readonly<Record<string, Resource>>;
    Outputs: { Url: { Value: unknown } };
  };
  const all = <T>(type: string) =>
    Object.values(document.Resources)
      .filter(({ Type }) => Type === type)
      .map(({ Properties }) => Properties as T);
  return { outdir, url: document.Outputs.Url.Value, resources: document.Resources, all };
}

const site = synthesized();

interface Distribution {
  readonly DistributionConfig: Record<string, unknown> & { readonly Origins: readonly Record<string, unknown>[] };
}
const distributionOf = ({ all }: typeof site) => all<Distribution>('AWS::CloudFront::Distribution')[0];

describe('the distribution', () => {
  const config = distributionOf(site)?.DistributionConfig;

  test('answers over HTTPS only, with index.html for / and for every path of the app', () => {
    expect(config).toMatchObject({
      DefaultRootObject: 'index.html',
      DefaultCacheBehavior: { ViewerProtocolPolicy: 'redirect-to-https', Compress: true },
      CustomErrorResponses: [403, 404].map((ErrorCode) => ({
        ErrorCode,
        ResponseCode: 200,
        ResponsePagePath: '/index.html',
      })),
    });
  });

  test('signs what it asks of the bucket, which nobody else may read', () => {
    expect(config?.Origins).toEqual([
      expect.objectContaining({ OriginAccessControlId: expect.anything() as unknown }) as unknown,
    ]);
    expect(site.all('AWS::CloudFront::OriginAccessControl')).toMatchObject([
      { OriginAccessControlConfig: { SigningBehavior: 'always', SigningProtocol: 'sigv4' } },
    ]);
    for (const { PublicAccessBlockConfiguration } of site.all<Record<string, object>>('AWS::S3::Bucket')) {
      expect(Object.values(PublicAccessBlockConfiguration ?? {})).toEqual([true, true, true, true]);
    }
    const readers = site
      .all<{ PolicyDocument: { Statement: { Effect: string; Action: string; Principal: object }[] } }>(
        'AWS::S3::BucketPolicy',
      )
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
      .filter(({ Effect, Action }) => Effect === 'Allow' && Action.startsWith('s3:Get'));
    expect(readers).toMatchObject([
      {
        Action: 's3:GetObject',
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Condition: { StringEquals: { 'AWS:SourceArn': {} } },
      },
    ]);
  });

  test('writes down who fetched what', () => {
    expect(config?.['Logging']).toMatchObject({ Prefix: 'distribution/' });
  });

  test('under a name of its own takes TLS 1.2 and later', () => {
    const certificateArn = 'arn:aws:acm:us-east-1:000000000000:certificate/1';
    const named = synthesized({ domain: { name: 'payroll.acme.example', certificateArn } });
    expect(distributionOf(named)?.DistributionConfig).toMatchObject({
      Aliases: ['payroll.acme.example'],
      ViewerCertificate: { AcmCertificateArn: certificateArn, MinimumProtocolVersion: 'TLSv1.2_2021' },
    });
    expect(named.url).toBe('https://payroll.acme.example');
  });
});

describe('the headers', () => {
  const [policy] = site.all<{
    ResponseHeadersPolicyConfig: {
      SecurityHeadersConfig: Record<string, Record<string, unknown>> & {
        ContentSecurityPolicy: { ContentSecurityPolicy: { 'Fn::Join': [string, unknown[]] } };
      };
    };
  }>('AWS::CloudFront::ResponseHeadersPolicy');
  const headers = policy?.ResponseHeadersPolicyConfig.SecurityHeadersConfig;
  const text = headers?.ContentSecurityPolicy.ContentSecurityPolicy['Fn::Join'][1]
    .map((part) => (typeof part === 'string' ? part : `<${(part as { Ref: string }).Ref}>`))
    .join('');

  test('let the page connect to its API, its subscriptions, its files and its user pool, and nowhere else', () => {
    expect(/connect-src ([^;]+)/.exec(text ?? '')?.[1]?.split(' ')).toEqual([
      "'self'",
      'https://abc.appsync-api.us-east-1.amazonaws.com',
      'wss://abc.appsync-realtime-api.us-east-1.amazonaws.com',
      'https://files.s3.us-east-1.amazonaws.com',
      'https://cognito-idp.<AWS::Region>.<AWS::URLSuffix>',
    ]);
  });

  test('let it load its own files alone, and nobody frame it', () => {
    expect(text).toContain("default-src 'none'");
    expect(text).not.toMatch(/unsafe|\*/);
    expect(text).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({
      FrameOptions: { FrameOption: 'DENY' },
      ContentTypeOptions: { Override: true },
      ReferrerPolicy: { ReferrerPolicy: 'no-referrer' },
      StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000, IncludeSubdomains: true },
    });
  });
});

describe('the deployment', () => {
  interface Deployment {
    readonly Exclude: string[];
    readonly Include?: string[];
    readonly Prune: boolean;
    readonly SystemMetadata: Record<string, string>;
    readonly SourceObjectKeys: string[];
  }
  const deployments = site.all<Deployment>('Custom::CDKBucketDeployment');

  test('keeps hashed files for ever, and has everything else asked for anew', () => {
    expect(deployments).toMatchObject([
      {
        Exclude: ['*'],
        Include: ['assets/*'],
        Prune: false,
        SystemMetadata: { 'cache-control': 'public, max-age=31536000, immutable' },
      },
      { Exclude: ['assets/*'], Prune: false, SystemMetadata: { 'cache-control': 'no-cache' } },
    ]);
  });

  test('writes what the page must know into config.json', () => {
    const [, pages] = deployments;
    const key = String(pages?.SourceObjectKeys[1]).replace('.zip', '');
    const config = readFileSync(join(site.outdir, `asset.${key}`, 'config.json'), 'utf8');
    expect(Object.keys(JSON.parse(config) as object)).toEqual([
      'graphqlUrl',
      'region',
      'userPoolId',
      'userPoolClientId',
    ]);
    expect(config).toContain('https://abc.appsync-api.us-east-1.amazonaws.com/graphql');
  });

  test('may write the bucket of the site, and read what the CDK uploaded', () => {
    const [role] = site.all<{ Policies: { PolicyDocument: { Statement: { Action: string | string[] }[] } }[] }>(
      'AWS::IAM::Role',
    );
    expect(role?.Policies[0]?.PolicyDocument.Statement.flatMap(({ Action }) => Action)).toEqual([
      's3:GetObject',
      's3:ListBucket',
      's3:PutObject',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
    ]);
    expect(site.all('AWS::IAM::Policy')).toEqual([]);
  });
});

test('one machine takes the site without effect', async () => {
  const aws = new LocalAws({
    assembly: site.outdir,
    dataDirectory: scratchDirectory(),
    port: 4000,
  });
  expect(aws.report().unusedGrants).toEqual([]);
  expect(aws.template.resourcesOfType('AWS::Lambda::Function')).toEqual([]);
  await aws.stop();
});
