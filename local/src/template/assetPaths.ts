import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Account } from './physicalIds.ts';

interface AssetManifest {
  readonly files?: Readonly<
    Record<
      string,
      {
        readonly source: { readonly path: string };
        readonly destinations: Readonly<Record<string, { readonly bucketName: string; readonly objectKey: string }>>;
      }
    >
  >;
}

/** Where each asset of the stack lies on this disk, by the `<bucket>/<key>` that it would be uploaded to. */
export function assetPaths(directory: string, stackName: string, account: Account): ReadonlyMap<string, string> {
  const manifest = JSON.parse(readFileSync(join(directory, `${stackName}.assets.json`), 'utf8')) as AssetManifest;
  const paths = new Map<string, string>();
  for (const { source, destinations } of Object.values(manifest.files ?? {})) {
    for (const { bucketName, objectKey } of Object.values(destinations)) {
      // The manifest has placeholders of its own, not intrinsic functions.
      const bucket = bucketName
        .replaceAll('${AWS::AccountId}', account.accountId)
        .replaceAll('${AWS::Region}', account.region)
        .replaceAll('${AWS::Partition}', 'aws');
      paths.set(`${bucket}/${objectKey}`, resolve(directory, source.path));
    }
  }
  return paths;
}
