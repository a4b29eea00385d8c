import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';

const root = join(import.meta.dirname, '..', '..', '..');

/** What the package exports, by the name of its file in `dist`. */
const ENTRIES = {
  index: 'clients/sdk/publicApi.ts',
  operations: 'clients/generated/operations/graphql.ts',
  react: 'clients/sdk/react/publicApi.ts',
  import: 'clients/sdk/import/publicApi.ts',
};

/** Builds the package into `directory`: its manifest, and in `dist` the modules and their declarations. */
export async function buildSdk(directory: string): Promise<void> {
  mkdirSync(directory, { recursive: true });
  const manifest = join(import.meta.dirname, '..', 'package.json');
  if (dirname(manifest) !== directory) cpSync(manifest, join(directory, 'package.json'));
  const outdir = join(directory, 'dist');
  await build({
    absWorkingDir: root,
    entryPoints: ENTRIES,
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'neutral', // a Node.js module would not be found
    target: 'es2022',
    packages: 'external',
    chunkNames: 'chunks/[name]-[hash]',
    logLevel: 'warning',
  });
  declare(join(outdir, 'types'));
}

/** Writes the declarations of everything that the entries reach, one for each source file. */
function declare(outDir: string): void {
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => readFileSync(path, 'utf8'));
  const { options } = ts.convertCompilerOptionsFromJson(
    (config.config as { compilerOptions: object }).compilerOptions,
    root,
  );
  const entries = Object.values(ENTRIES).map((path) => join(root, path));
  const program = ts.createProgram(entries, {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: root,
    outDir,
  });
  const { diagnostics } = program.emit(undefined, (path, text) => {
    mkdirSync(dirname(path), { recursive: true });
    // The compiler leaves the extension of the source; what is published has none of it.
    writeFileSync(path, text.replaceAll(/((?:from |import\()(["'])\.[^"']*)\.ts\2/g, '$1.js$2'));
  });
  const errors = [...program.getSemanticDiagnostics().filter(({ file }) => isOfSdk(file)), ...diagnostics];
  if (errors.length > 0) throw new Error(ts.formatDiagnostics(errors, HOST));
}

const isOfSdk = (file: ts.SourceFile | undefined): boolean =>
  file !== undefined && relative(root, file.fileName).startsWith('clients/');

const HOST: ts.FormatDiagnosticsHost = {
  getCanonicalFileName: (path) => path,
  getCurrentDirectory: () => root,
  getNewLine: () => '\n',
};
