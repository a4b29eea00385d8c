import { RemovalPolicy } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/**
 * The key over what is encrypted field by field, apart from everything else: account numbers. Each company has a data key
 * of its own, which this key encrypts under the company's name; a reader of the table, a backup or an export sees
 * no number. Unlike the key of the storage services it is used by roles that were granted it, and by nobody else.
 */
export class FieldKey extends Key {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      description: "Encrypts the companies' data keys for account numbers",
      enableKeyRotation: true,
      // Without it no account number can be read again.
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
