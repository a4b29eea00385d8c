import { join } from 'node:path';
import ts from 'typescript';

/** What has a report: the documents have none, because they follow from the contract, which `schema:check` watches. */
export const REPORTED = {
  '.': 'clients/sdk/publicApi.d.ts',
  './react': 'clients/sdk/react/publicApi.d.ts',
  './import': 'clients/sdk/import/publicApi.d.ts',
};

/**
 * The interface of the package built into `directory`, as somebody who reviews a change of it wants to see it: every
 * export by name, with its declaration and without comments. Read from the declarations that are published.
 */
export function apiReport(directory: string): string {
  const paths = Object.values(REPORTED).map((path) => join(directory, 'dist', 'types', path));
  const program = ts.createProgram(paths, { module: ts.ModuleKind.NodeNext, skipLibCheck: true, types: [] });
  const sections = Object.keys(REPORTED).map((entry, index) => {
    const declarations = declarationsOf(program, paths[index] ?? '');
    return [`## \`@payroll/sdk${entry.slice(1)}\``, '', '```ts', declarations.join('\n\n'), '```', ''].join('\n');
  });
  return [HEADER, ...sections].join('\n');
}

const HEADER = `# What the package exports

Written by \`npm run sdk:build\` from the built declarations; \`npm test\` compares. A line that goes or changes here breaks
somebody.
`;

function declarationsOf(program: ts.Program, path: string): string[] {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(path);
  const module = file && checker.getSymbolAtLocation(file);
  if (!module) throw new Error(`${path} exports nothing`);
  const printer = ts.createPrinter({ removeComments: true });
  return checker
    .getExportsOfModule(module)
    .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap(({ declarations = [] }) => declarations)
    .map((declaration) => {
      // A constant is declared within its statement.
      const node = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
      const text = printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile());
      return text.replaceAll(/^\s*#private;\n/gm, '');
    });
}
