import { join } from 'node:path';
import { bundleResolvers } from './bundleResolvers.ts';
import type { ResolverBundles } from './bundleResolvers.ts';
import { bundleWorkers } from './bundleWorkers.ts';
import { listResolvers } from './listResolvers.ts';
import type { FieldResolver } from './listResolvers.ts';

/** All code that ships, ready to be uploaded. */
export interface Bundles {
  readonly resolvers: readonly FieldResolver[];
  readonly resolverCode: ResolverBundles;
  /** The folder of the bundle of each worker, by the worker's name. */
  readonly workerDirectories: ReadonlyMap<string, string>;
}

/** Bundles `resolvers/` and `workers/` of the house at `root` into `outputDirectory`, both at the same time. */
export async function bundle(root: string, outputDirectory: string): Promise<Bundles> {
  const resolvers = listResolvers(join(root, 'resolvers'));
  const [resolverCode, workerDirectories] = await Promise.all([
    bundleResolvers(root, resolvers, join(outputDirectory, 'resolvers')),
    bundleWorkers(root, join(outputDirectory, 'workers')),
  ]);
  return { resolvers, resolverCode, workerDirectories };
}
