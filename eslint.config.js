import appsync from '@aws-appsync/eslint-plugin';
import tseslint from 'typescript-eslint';

const ROOMS = 'payroll|table|resolvers|workers|workflows|infra|local|clients|demo|bench|test';
const ENGINE = 'cdk-local-engine';

/**
 * The borders of the house (docs/map.md): the rooms, or folders of them, that each room may import from besides itself,
 * and those it may take nothing but types from. Rooms that are not listed (demo, bench, test) may import from anywhere.
 */
const DOORS = {
  payroll: {},
  table: { values: ['payroll'] },
  workflows: { types: ['payroll', 'table'] },
  resolvers: { values: ['table'], types: ['clients/generated', 'payroll'] },
  workers: { values: ['payroll', 'table', 'clients/generated'], types: ['workflows'] },
  infra: { values: ['table', 'clients/dashboard'] },
  'local/src': {},
  'local/test': {},
  'local/bench': { values: ['test'] },
  clients: { values: ['payroll'] },
};

function borders(room, { values = [], types = [] }) {
  const open = [room, ...values, ...types].join('|');
  const patterns = [
    {
      regex: `(^|/)(?!(${open})/)(${ROOMS})/`,
      message: `${room}/ may not import from there: see the borders in docs/map.md.`,
    },
  ];
  if (!room.startsWith('local/'))
    patterns.push({ regex: `^${ENGINE}`, message: 'What ships does not know the local engine.' });
  if (types.length > 0) {
    const message = `${room}/ may import types alone from there.`;
    patterns.push({ regex: `(^|/)(${types.join('|')})/`, allowTypeImports: true, message });
  }
  if (room === 'payroll') {
    patterns.push({ regex: '^(?!\\.|node:crypto$)', message: 'payroll/ is pure: no AWS, no clock, no I/O.' });
  }
  return { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] };
}

const SYNTAX = [
  { selector: 'TSEnumDeclaration', message: 'Types are stripped, not compiled: use a union of literals.' },
  { selector: 'ExportAllDeclaration', message: 'No forwarding modules: import from the file that has it.' },
  {
    selector: 'ImportExpression > Literal[value=/^\\.\\./]',
    message: 'The borders are checked on import statements: import() may not leave its folder.',
  },
];

/** A number after the function of a test or a hook. */
const TIME_LIMIT = {
  selector:
    'CallExpression:matches([callee.name=/^(test|(before|after)(All|Each))$/], [callee.callee.object.name="test"]) > Literal:last-child[raw=/^[0-9]/]',
  message: 'A limit of its own tells a slow machine from a fast one: vitest.config.ts has the limits.',
};

const WORDS_ARE_DATA =
  'A word from outside may be `constructor` or `__proto__`: use a Map, or read with ownMember (payroll/ownMember.ts).';
const WORD = '/(^id|Id|[rR]eference|[fF]ilingStatus|[wW]ord)$/';

/** Ids and other words that a company chose name no members of objects: every object inherits some. */
const WORDS = [
  { selector: `MemberExpression[computed=true] > Identifier.property[name=${WORD}]`, message: WORDS_ARE_DATA },
  {
    selector: `MemberExpression[computed=true] > MemberExpression.property[property.name=${WORD}]`,
    message: WORDS_ARE_DATA,
  },
  { selector: "BinaryExpression[operator='in'] > Identifier.left", message: WORDS_ARE_DATA },
];

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'cdk.out/',
      '.build/',
      'clients/generated/',
      '.payroll/',
      'clients/*/dist/',
      'local/dist/',
      'clients/*/dist-*/',
    ],
  },
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
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true, allowNullish: true },
      ],
      'no-restricted-syntax': ['error', ...SYNTAX],
    },
  },
  ...Object.entries(DOORS).map(([room, doors]) => ({
    files: [`${room}/**/*.ts`, `${room}/**/*.tsx`],
    rules: borders(room, doors),
  })),
  {
    files: ['table', 'resolvers', 'workers', 'workflows', 'clients'].map((room) => `${room}/**/*.{ts,tsx}`),
    rules: { 'no-restricted-syntax': ['error', ...SYNTAX, ...WORDS] },
  },
  {
    // Pure: the same facts give the same bytes, today and at an audit in ten years.
    files: ['payroll/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'setInterval', 'performance', 'crypto'],
      'no-restricted-syntax': [
        'error',
        ...SYNTAX,
        ...WORDS,
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Domain code is told the time.' },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Domain code is told the time.' },
        { object: 'Math', property: 'random', message: 'The same facts give the same bytes.' },
      ],
    },
  },
  {
    // What AppSync would refuse at deploy time, with no more than "the code contains one or more errors".
    files: ['resolvers/**/*.ts', 'table/keys.ts', 'table/payments.ts'],
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
    // As anyone else would: what is inside the package may change.
    files: ['demo/**/*.ts', 'bench/**/*.ts', 'test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ regex: '(^|/)local/', message: `The local engine is imported as '${ENGINE}'.` }] },
      ],
    },
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts', 'local/test/**/*.ts', 'local/bench/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off', // answers over the wire are looked at as they come
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off', // test doubles hand methods around
      'no-restricted-syntax': ['error', ...SYNTAX, TIME_LIMIT],
    },
  },
);
