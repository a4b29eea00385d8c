import appsync from '@aws-appsync/eslint-plugin';
import tseslint from 'typescript-eslint';

/**
 * The borders of the house (docs/map.md): who may knock on which door. One block a room; a room that is not listed for a
 * door may not import from it.
 */
const ROOMS = ['payroll', 'table', 'resolvers', 'workers', 'workflows', 'infra', 'local', 'clients', 'demo', 'bench', 'test'];

/** Which rooms each room may import from, besides itself. Types alone may always come from `workflows` and `payroll`. */
const DOORS = {
  payroll: [],
  table: ['payroll'],
  workflows: ['payroll', 'table'],
  resolvers: ['table', 'clients', 'payroll'],
  workers: ['payroll', 'table', 'workflows', 'clients'],
  infra: ['table'],
  local: [],
  clients: ['payroll'],
};

const forbidRooms = (room, doors) => ({
  'no-restricted-imports': [
    'error',
    {
      patterns: [
        {
          group: ROOMS.filter((other) => other !== room && !doors.includes(other)).flatMap((other) => [
            `**/${other}/*.ts`,
            `**/${other}/**/*.ts`,
          ]),
          message: `${room}/ may not import from there: see the borders in docs/map.md.`,
        },
        ...(room === 'payroll'
          ? [{ group: ['@*/*', 'node:*', '!node:crypto'], message: 'payroll/ is pure: no AWS, no clock, no I/O.' }]
          : []),
      ],
    },
  ],
});

export default tseslint.config(
  { ignores: ['node_modules/', 'cdk.out/', '.build/', 'clients/generated/', '.payroll/', 'clients/dashboard/dist/'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/require-await': 'off', // a handler is async because its caller awaits it
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true, allowNullish: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Types are stripped, not compiled: use a union of literals.' },
        { selector: 'ExportAllDeclaration', message: 'No forwarding modules: import from the file that has it.' },
      ],
    },
  },
  ...Object.entries(DOORS).map(([room, doors]) => ({
    files: [`${room}/**/*.ts`, `${room}/**/*.tsx`],
    rules: forbidRooms(room, doors),
  })),
  {
    // Pure: the same facts give the same bytes, today and at an audit in ten years.
    files: ['payroll/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'setInterval'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Domain code is told the time.' },
        { object: 'Math', property: 'random', message: 'The same facts give the same bytes.' },
      ],
    },
  },
  {
    // What AppSync would refuse at deploy time, with no more than "the code contains one or more errors".
    files: ['resolvers/**/*.ts', 'table/keys.ts'],
    plugins: { '@aws-appsync': appsync },
    languageOptions: { parserOptions: { projectService: false, project: './resolvers/tsconfig.json' } },
    rules: {
      ...appsync.configs.recommended.rules,
      '@typescript-eslint/no-unsafe-assignment': 'off', // Context leaves claims and results untyped
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off', // answers over the wire are looked at as they come
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off', // test doubles hand methods around
    },
  },
);
