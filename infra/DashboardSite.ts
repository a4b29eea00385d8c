import { Aws, DefaultStackSynthesizer, Duration, Fn, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  CachePolicy,
  Distribution,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { CfnBucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { acknowledgeWildcard } from './acknowledgeWildcard.ts';

export interface DashboardSiteProps {
  /** The built page: `index.html`, and files with a hash in their name under `assets/`. */
  readonly directory: string;
  readonly graphqlUrl: string;
  /** `wss://…`, where subscriptions connect. */
  readonly realtimeUrl: string;
  /** Host of the bucket to which files of imports are sent. */
  readonly filesHost: string;
  readonly userPoolId: string;
  readonly userPoolClientId: string;
  /** Without it CloudFront makes a name up. */
  readonly domain: DashboardDomain | undefined;
}

/** A name of the company's own, with the ARN of its certificate in us-east-1. */
export interface DashboardDomain {
  readonly name: string;
  readonly certificateArn: string;
}

/** How long the record of who fetched what is kept. */
const ACCESS_LOG_RETENTION = Duration.days(400);

/**
 * The dashboard on CloudFront: its files in a bucket that only the distribution may read, HTTPS only, under headers that
 * let the page load nothing from elsewhere and talk to its API, its user pool and the bucket of its files alone. The files are the same for
 * everybody and hold no secret; what differs between deployments is in `/config.json`, written at deployment.
 */
export class DashboardSite extends Construct {
  readonly url: string;

  constructor(scope: Construct, id: string, props: DashboardSiteProps) {
    super(scope, id);
    const accessLogs = this.#accessLogs() as IBucket;
    const bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      encryption: BucketEncryption.S3_MANAGED,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'bucket/',
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const distribution = this.#distribution(bucket as IBucket, accessLogs, props);
    this.url = `https://${props.domain?.name ?? distribution.distributionDomainName}`;
    this.#deploy(bucket as IBucket, props);
  }

  #accessLogs(): Bucket {
    return new Bucket(this, 'AccessLogs', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      encryption: BucketEncryption.S3_MANAGED,
      // CloudFront delivers its standard logs by an access control list.
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      lifecycleRules: [{ id: 'LogsGo', expiration: ACCESS_LOG_RETENTION }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  #distribution(bucket: IBucket, accessLogs: IBucket, { domain, ...props }: DashboardSiteProps): Distribution {
    const toApp = { responseHttpStatus: 200, responsePagePath: '/index.html', ttl: Duration.seconds(0) };
    const distribution = new Distribution(this, 'Distribution', {
      comment: `Payroll dashboard of ${Stack.of(this).stackName}`,
      defaultRootObject: 'index.html',
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(bucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        compress: true,
        responseHeadersPolicy: this.#headers(props),
      },
      // Paths of the app are no files. Who may not list a bucket is answered 403 for what is not in it.
      errorResponses: [403, 404].map((httpStatus) => ({ httpStatus, ...toApp })),
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      enableLogging: true,
      logBucket: accessLogs,
      logFilePrefix: 'distribution/',
      ...(domain && {
        domainNames: [domain.name],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      }),
    });
    const acknowledge = (rule: string, reason: string) => {
      Validations.of(distribution).acknowledge({ id: `AwsSolutions-${rule}`, reason });
    };
    acknowledge('CFR1', 'People look at their payroll on the road too; the API asks who they are.');
    acknowledge('CFR2', 'Files that are the same for everybody; the firewall stands before the API.');
    if (!domain)
      acknowledge('CFR4', "The certificate of CloudFront's own domain does not let its owner choose the TLS.");
    return distribution;
  }

  #headers({
    graphqlUrl,
    realtimeUrl,
    filesHost,
  }: Pick<DashboardSiteProps, 'graphqlUrl' | 'realtimeUrl' | 'filesHost'>): ResponseHeadersPolicy {
    const hostOf = (url: string) => Fn.select(2, Fn.split('/', url));
    const contentSecurityPolicy = [
      // As the local engine serves it (local/src/gateway/staticPages.ts): nothing from elsewhere, nothing inline.
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "manifest-src 'self'",
      `connect-src 'self' https://${hostOf(graphqlUrl)} wss://${hostOf(realtimeUrl)} https://${filesHost} ` +
        `https://cognito-idp.${Aws.REGION}.${Aws.URL_SUFFIX}`,
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; ');
    return new ResponseHeadersPolicy(this, 'Headers', {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(730), includeSubdomains: true, override: true },
      },
      customHeadersBehavior: {
        customHeaders: [
          { header: 'Cross-Origin-Opener-Policy', value: 'same-origin', override: true },
          {
            header: 'Permissions-Policy',
            value: 'camera=(), geolocation=(), microphone=(), payment=()',
            override: true,
          },
        ],
      },
    });
  }

  /**
   * Puts the files into the bucket at deployment. The hashed ones come first and are never removed, so that a page that
   * was opened before the deployment still finds its own.
   */
  #deploy(bucket: IBucket, { directory, graphqlUrl, userPoolId, userPoolClientId }: DashboardSiteProps): void {
    const asset = new Asset(this, 'Files', { path: directory, exclude: ['inputs.sha256'] });
    const files = Source.bucket(asset.bucket, asset.s3ObjectKey);
    const logGroup = new LogGroup(this, 'DeploymentLog', {
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = this.#deploymentRole(asset.bucket, bucket, logGroup).withoutPolicyUpdates();
    const shared = { destinationBucket: bucket, prune: false, role, logGroup };
    const assets = new BucketDeployment(this, 'Assets', {
      ...shared,
      sources: [files],
      exclude: ['*'],
      include: ['assets/*'],
      cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
    });
    const config = { graphqlUrl, region: Aws.REGION, userPoolId, userPoolClientId };
    const pages = new BucketDeployment(this, 'Pages', {
      ...shared,
      sources: [files, Source.jsonData('config.json', config)],
      exclude: ['assets/*'],
      cacheControl: [CacheControl.noCache()],
    });
    pages.node.addDependency(assets);
    const copier = Stack.of(this).node.children.find(({ node }) => node.id.startsWith('Custom::CDKBucketDeployment'));
    if (!copier) throw new Error('BucketDeployment has no function any more');
    Validations.of(copier).acknowledge({
      id: 'AwsSolutions-L1',
      reason: 'The CDK chooses the runtime of its own code.',
    });
  }

  /** Of the CDK's own function that copies the files: it may read what the CDK uploaded, and write this bucket. */
  #deploymentRole(uploads: IBucket, bucket: IBucket, { logGroupArn }: LogGroup): Role {
    const role = new Role(this, 'DeploymentRole', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: {
        Permissions: new PolicyDocument({
          statements: [
            new PolicyStatement({ actions: ['s3:GetObject'], resources: [uploads.arnForObjects('*')] }),
            new PolicyStatement({ actions: ['s3:ListBucket'], resources: [uploads.bucketArn, bucket.bucketArn] }),
            new PolicyStatement({ actions: ['s3:PutObject'], resources: [bucket.arnForObjects('*')] }),
            new PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logGroupArn] }),
          ],
        }),
      },
    });
    const uploadsName = `cdk-${DefaultStackSynthesizer.DEFAULT_QUALIFIER}-assets-<AWS::AccountId>-<AWS::Region>`;
    acknowledgeWildcard(
      role,
      `Resource::arn:<AWS::Partition>:s3:::${uploadsName}/*`,
      'What the CDK uploaded is named by its content.',
    );
    const bucketId = Stack.of(this).getLogicalId(bucket.node.defaultChild as CfnBucket);
    acknowledgeWildcard(role, `Resource::<${bucketId}.Arn>/*`, 'The files of the page are named by their content.');
    return role;
  }
}
