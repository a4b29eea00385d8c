import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { EXPORT_DAYS } from '../table/exportDays.ts';

/** How long the record of who touched the files is kept. */
const ACCESS_LOG_RETENTION = Duration.days(400);

/**
 * Manifests, payment files and exports: private, TLS only, encrypted with `encryptionKey`. Objects are named by their
 * content and never written twice, so there are no versions to keep. A manifest stays as long as the payslips of its
 * run: it says from which frozen inputs they can be computed again.
 */
export class PayrollBucket extends Bucket {
  constructor(scope: Construct, id: string, props: { readonly encryptionKey: IKey }) {
    const accessLogs = new Bucket(scope, `${id}AccessLogs`, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      // Log delivery does not write to a bucket under a customer managed key.
      encryption: BucketEncryption.S3_MANAGED,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      lifecycleRules: [{ id: 'LogsGo', expiration: ACCESS_LOG_RETENTION }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      encryption: BucketEncryption.KMS,
      encryptionKey: props.encryptionKey,
      // One key request a bucket and hour instead of one an object.
      bucketKeyEnabled: true,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      lifecycleRules: [
        { id: 'UnfinishedUploadsGo', abortIncompleteMultipartUploadAfter: Duration.days(1) },
        { id: 'ExportsGo', prefix: 'exports/', expiration: Duration.days(EXPORT_DAYS) },
        // Files of imports, with account numbers in clear: an import deletes its own, this one those that were never started.
        { id: 'ExpireUploads', prefix: 'uploads/', expiration: Duration.days(1) },
        { id: 'ExpireImports', prefix: 'imports/', expiration: Duration.days(EXPORT_DAYS) },
      ],
      // Browsers send files of imports and read their results here. Any page may try: what lets it is the presigned address.
      cors: [{ allowedMethods: [HttpMethods.PUT, HttpMethods.GET], allowedOrigins: ['*'], maxAge: 3_600 }],
      serverAccessLogsBucket: accessLogs as IBucket,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
