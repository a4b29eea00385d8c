import { buildPage } from '../buildPage.ts';

/**
 * Leaves the syntax tree out of each generated operation: its text is all that is sent, and is a tenth of it. The trees of
 * all screens would travel with the first one, because a module cannot be divided.
 */
const operationsAsText = {
  name: 'operations-as-text',
  enforce: 'pre',
  transform: (code: string, path: string) =>
    path.endsWith('/generated/operations/graphql.ts')
      ? code.replace(
          /^(export const \w+Document = \{"__meta__":\{"text":"(?:[^"\\]|\\.)*"\}),.*\} as unknown as/gm,
          '$1} as unknown as',
        )
      : undefined,
} as const;

/** What the page is made from beside its own folder. */
const INPUTS = ['clients/generated/**/*.ts', 'clients/sdk/**/*.ts', 'payroll/**/*.ts'];

/** Builds the dashboard unless it was built from the same inputs before; answers the directory to serve. */
export const buildDashboard = (): Promise<string> =>
  buildPage(import.meta.dirname, INPUTS, {
    logLevel: 'warn',
    plugins: [operationsAsText],
    resolve: { alias: { 'csv-parse/sync': 'csv-parse/browser/esm/sync' } }, // the same parser without Node's Buffer
    build: { chunkSizeWarningLimit: 800 }, // kB before compression; what counts is what travels
  });
