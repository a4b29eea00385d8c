import { unsupported } from '../unsupported.ts';
import { INERT_RESOURCES } from './inertResources.ts';

/** A resource of the template as it would be once deployed. */
export interface Resource {
  readonly logicalId: string;
  /** For example `AWS::SQS::Queue`. */
  readonly type: string;
  /** With every intrinsic function resolved. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** What its own service calls it: the name, or the id that the service would have given it. */
  readonly physicalName: string;
  /** Absent for what has no ARN, such as a policy attached to a role. */
  readonly arn: string | undefined;
  /** Logical ids of the resources that it names in `DependsOn`. */
  readonly dependsOn: readonly string[];
}

/** A synthesized stack, resolved for one account and region. */
export class Template {
  readonly resources: readonly Resource[];
  /** The stack's outputs by name. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly #byType: ReadonlyMap<string, readonly Resource[]>;
  readonly #assetPaths: ReadonlyMap<string, string>;

  /** @param assetPaths absolute paths of the assets by `<bucket>/<key>` */
  constructor(
    resources: readonly Resource[],
    outputs: Readonly<Record<string, string>>,
    assetPaths: ReadonlyMap<string, string>,
  ) {
    this.resources = resources;
    this.outputs = outputs;
    this.#byType = Map.groupBy(resources, (resource) => resource.type);
    this.#assetPaths = assetPaths;
  }

  resourcesOfType(type: string): readonly Resource[] {
    return this.#byType.get(type) ?? [];
  }

  /**
   * Absolute path of an asset: a file, or a folder for what is zipped on the way to AWS.
   * @param location an S3 URI such as AppSync's `CodeS3Location`, or the `Code` of a Lambda function
   */
  assetPath(location: unknown): string {
    const key = assetKey(location);
    const path = key === undefined ? undefined : this.#assetPaths.get(key);
    return path ?? unsupported(`code that is no asset of the CDK app: ${JSON.stringify(location)}`);
  }

  /**
   * Refuses, by name, every resource that is neither among `handledTypes` nor known to have no effect on one machine.
   */
  assertAllKnown(handledTypes: Iterable<string>): void {
    const handled = new Set(handledTypes);
    const unknown = [...this.#byType.keys()].filter(
      (type) => !handled.has(type) && !Object.hasOwn(INERT_RESOURCES, type),
    );
    if (unknown.length > 0) unsupported(unknown.sort().join(', '));
  }
}

function assetKey(location: unknown): string | undefined {
  if (typeof location === 'string') return /^s3:\/\/(.+)$/.exec(location)?.[1];
  if (typeof location !== 'object' || location === null || !('S3Bucket' in location) || !('S3Key' in location)) return;
  return `${String(location.S3Bucket)}/${String(location.S3Key)}`;
}
