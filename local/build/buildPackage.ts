import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

const workspace = join(import.meta.dirname, '..');
const sources = join(workspace, 'src');

/** What the package exports and runs, by the name of its file in `dist`. */
const ENTRIES = ['index', 'command'];

/**
 * Builds the package into `directory`: its manifest and README, and in `dist` a module and its declarations for every
 * source file. Nothing is bundled: functions run in threads whose modules are found by their file names.
 */
export function buildPackage(directory: string): void {
  const dist = join(directory, 'dist');
  mkdirSync(dist, { recursive: true });
  compile(dist);
  chmodSync(join(dist, 'command.js'), 0o755);
  copyFileSync(join(workspace, 'README.md'), join(directory, 'README.md'));
  writeFileSync(join(directory, 'package.json'), `${JSON.stringify(publishedManifest(), null, 2)}\n`);
}

/** The workspace's manifest with the built files in the place of the sources. */
export function publishedManifest(): Record<string, unknown> {
  const manifest = JSON.parse(readFileSync(join(workspace, 'package.json'), 'utf8')) as Record<string, unknown>;
  const { private: _private, scripts: _scripts, devDependencies: _devDependencies, ...published } = manifest;
  return {
    ...published,
    // node:sqlite, and AsyncLocalStorage and compile caches as the engine uses them.
    engines: { node: '>=24' },
    exports: {
      '.': { types: './dist/index.d.ts', default: './dist/index.js' },
      './package.json': './package.json',
    },
    bin: { 'cdk-local-engine': './dist/command.js' },
    files: ['dist'],
  };
}

function compile(outDir: string): void {
  const root = join(workspace, '..');
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => readFileSync(path, 'utf8')) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const threadModules = ['openThreadServices.ts', join('lambda', 'thread', 'environment.ts')];
  const program = ts.createProgram(
    [...ENTRIES.map((name) => `${name}.ts`), ...threadModules].map((path) => join(sources, path)),
    {
      ...options,
      noEmit: false,
      incremental: false,
      declaration: true,
      rewriteRelativeImportExtensions: true,
      rootDir: sources,
      outDir,
    },
  );
  const { diagnostics } = program.emit(undefined, (path, text) => {
    if (path.endsWith('.tsbuildinfo')) return;
    mkdirSync(dirname(path), { recursive: true });
    // The compiler rewrites the imports of modules, not those of declarations.
    const isDeclaration = path.endsWith('.d.ts');
    const rewritten = text.replaceAll(/((?:from |import\()(["'])\.[^"']*)\.ts\2/g, '$1.js$2');
    writeFileSync(path, isDeclaration ? rewritten : text);
  });
  const errors = [...program.getSemanticDiagnostics().filter(({ file }) => isOurs(file)), ...diagnostics];
  if (errors.length > 0) throw new Error(ts.formatDiagnostics(errors, HOST));
}

const isOurs = (file: ts.SourceFile | undefined): boolean =>
  file !== undefined && !relative(sources, file.fileName).startsWith('..');

const HOST: ts.FormatDiagnosticsHost = {
  getCanonicalFileName: (path) => path,
  getCurrentDirectory: () => workspace,
  getNewLine: () => '\n',
};
