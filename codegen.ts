import type { CodegenConfig } from '@graphql-codegen/cli';
import { type DocumentNode, print, stripIgnoredCharacters } from 'graphql';

const scalars = {
  ID: 'string',
  /** A calendar date, `YYYY-MM-DD`. */
  AWSDate: 'string',
  /** An instant in ISO 8601. */
  AWSDateTime: 'string',
};

const config: CodegenConfig = {
  schema: ['schema.graphql', 'clients/appsync.graphql'],
  documents: ['clients/operations/*.graphql'],
  config: { strictScalars: true, defaultScalarType: 'never', scalars, enumsAsTypes: true, useTypeImports: true },
  generates: {
    // The contract's types, for resolvers and workers.
    'clients/generated/schema.ts': {
      plugins: [
        { add: { content: '// Written by `npm run codegen` from schema.graphql; change the schema instead.' } },
        'typescript',
      ],
      config: { avoidOptionals: { field: true }, maybeValue: 'T | null', inputMaybeValue: 'T | null | undefined' },
    },
    // The same inputs as a table that the workers' reader goes by.
    'clients/generated/inputShapes.ts': {
      plugins: [
        { add: { content: '// Written by `npm run codegen` from schema.graphql; change the schema instead.' } },
        './clients/codegen/inputShapes.ts',
      ],
    },
    // Typed operations, for clients.
    'clients/generated/operations/': {
      preset: 'client',
      presetConfig: {
        fragmentMasking: false,
        // Each document carries its text too: whoever just sends it needs no printer of GraphQL.
        onExecutableDocumentNode: (document: DocumentNode) => ({ text: stripIgnoredCharacters(print(document)) }),
      },
      config: { importExtension: '.ts', emitLegacyCommonJSImports: false },
    },
  },
};

export default config;
