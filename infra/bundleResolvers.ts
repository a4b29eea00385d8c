import { join } from 'node:path';
import { build } from 'esbuild';
import type { FieldResolver } from './listResolvers.ts';

/**
 * The most code that AppSync takes for one resolver or function. Its documentation says "32 KB" in one place and
 * "32,000 characters" in another; the smaller figure holds in both.
 */
export const CODE_LIMIT_CHARACTERS = 32_000;

/** Bundled APPSYNC_JS: where the file of every handler lies. */
export interface ResolverBundles {
  /** Path of the bundle of a step, by `ResolverStep.name`. */
  readonly steps: ReadonlyMap<string, string>;
  /** Path of the code that stands before and after every pipeline. */
  readonly aroundPipeline: string;
}

/**
 * Bundles all handlers in one esbuild call. The target stays `esnext`: lowering syntax would bring in statements that
 * APPSYNC_JS refuses. There are no source maps in what ships, because the limit counts them.
 * Throws, naming the handler, when a bundle is over `CODE_LIMIT_CHARACTERS`.
 */
export async function bundleResolvers(
  root: string,
  resolvers: readonly FieldResolver[],
  outputDirectory: string,
): Promise<ResolverBundles> {
  const steps = resolvers.flatMap((resolver) => resolver.steps);
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [
      { in: join(import.meta.dirname, 'aroundPipeline.ts'), out: 'aroundPipeline' },
      ...steps.map((step) => ({ in: step.path, out: step.name })),
    ],
    outdir: outputDirectory,
    bundle: true,
    format: 'esm',
    target: 'esnext',
    external: ['@aws-appsync/utils', '@aws-appsync/utils/*'],
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  for (const [output, { bytes }] of Object.entries(metafile.outputs)) {
    if (bytes > CODE_LIMIT_CHARACTERS) {
      throw new Error(
        `${output} has ${bytes} characters of code; AppSync takes ${CODE_LIMIT_CHARACTERS} for one resolver.`,
      );
    }
  }
  return {
    steps: new Map(steps.map((step) => [step.name, join(outputDirectory, `${step.name}.js`)])),
    aroundPipeline: join(outputDirectory, 'aroundPipeline.js'),
  };
}
