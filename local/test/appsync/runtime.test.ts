import { expect, test } from 'vitest';
import type { Cloud } from '../../src/Cloud.ts';
import { answering, API_KEY, testApi, unit } from './testApi.ts';

const SCHEMA =
  'type Query { value(id: ID, list: [Int]): AWSJSON  item(id: ID): Item } type Item { id: ID  name: String  nested: AWSJSON }';

/** What `expression` is worth in a response handler, or the error it ends with. */
async function evaluate(expression: string, variables: object = {}): Promise<unknown> {
  return resolve(answering(expression), variables);
}

async function resolve(code: string, variables: object = {}): Promise<unknown> {
  const { run } = testApi({
    schema: SCHEMA,
    resolvers: [unit('Query.value', code)],
    environmentVariables: { TABLE: 'payroll' },
  });
  const { data, errors } = await run('query($id: ID, $list: [Int]) { value(id: $id, list: $list) }', variables);
  if (errors) return `${String(errors[0]?.['errorType'])}: ${String(errors[0]?.['message'])}`;
  const value = data?.['value'];
  return value === null || value === undefined ? null : JSON.parse(value as string);
}

const body = (statements: string) => `export function request(ctx) { return {}; }
export function response(ctx) {
  ${statements}
}`;

test.each([
  [
    'methods that exist work',
    "[[1, 2].map((n) => n * 2).filter((n) => n > 2), ' a '.trim(), Math.max(1, 2)]",
    [[4], 'a', 2],
  ],
  ['JSON.parse of nonsense is an empty string', "JSON.parse('{')", ''],
  ['patterns are regular expressions', "'2026-01-05'.replaceAll('[0-9]', 'x')", 'xxxx-xx-xx'],
  ['the environment is there', 'ctx.env', { TABLE: 'payroll' }],
  ['an object of the runtime is plain', 'Object.keys(ctx.args)', []],
  ['null is null', 'null', null],
  ['util.matches needs the whole text', "[util.matches('a+', 'aaa'), util.matches('a+', 'aab')]", [true, false]],
  ['util.urlEncode is for forms', "[util.urlEncode('a b&c'), util.urlDecode('a+b%26c')]", ['a+b%26c', 'a b&c']],
  ['util.base64', "[util.base64Encode('é'), util.base64Decode('w6k=')]", ['w6k=', 'é']],
  ['util.escapeJavaScript', `util.escapeJavaScript('a"b' + "'c")`, String.raw`a\"b\'c`],
  ['util.time tells the account’s time', 'util.time.nowISO8601()', '2026-01-05T09:00:00.000Z'],
  [
    'util.time formats as Java does',
    "util.time.epochMilliSecondsToFormatted(0, \"yyyy-MM-dd'T'HH:mm:ss.SSSXXX\", 'America/New_York')",
    '1969-12-31T19:00:00.000-05:00',
  ],
  [
    'util.time parses as Java does',
    "util.time.parseFormattedToEpochMilliSeconds('05/01/2026 04:00', 'dd/MM/yyyy HH:mm', 'America/New_York')",
    1_767_603_600_000,
  ],
  ['ids have their lengths', '[util.autoId().length, util.autoUlid().length, util.autoKsuid().length]', [36, 26, 27]],
  ['math', '[util.math.roundNum(1.5), util.math.minVal(1, 2), util.math.maxVal(1, 2)]', [2, 1, 2]],
])('%s', async (_rule, expression, value) => {
  expect(await evaluate(expression)).toEqual(value);
});

test.each([
  ['Date', 'Date.now()', 'Date is not defined'],
  ['Promise', 'Promise.resolve(1)', 'Promise is not defined'],
  ['timers', 'setTimeout(() => 1, 0)', 'setTimeout is not defined'],
  ['process', 'process.env', 'process is not defined'],
  ['globalThis', 'globalThis', 'globalThis is not defined'],
  ['Array.includes', '[1].includes(1)', '[1].includes is not a function'],
  ['String.padStart', "'a'.padStart(2)", '"a".padStart is not a function'],
  ['a comparator', '[2, 1].sort((a, b) => a - b)', 'Array.prototype.sort does not take arguments'],
  ['eval', "eval('1')", 'eval is not defined'],
  ['VTL utilities', 'util.isNull(1)', 'util.isNull is not a function'],
  [
    'making functions of text',
    "ctx.args.constructor.constructor('return 1')()",
    'Code generation from strings disallowed for this context',
  ],
])('the runtime has no %s', async (_what, expression, message) => {
  expect(await evaluate(expression)).toMatch(
    new RegExp(`^Code: code\\.js:\\d+:\\d+: .*${message.replaceAll(/[[\]().*]/g, String.raw`\$&`)}`),
  );
});

test.each([
  ['while (true) {}', "'while'"],
  ['for (let i = 0; i < 3; i = i + 1) {}', "'for (initialization; condition; step)'"],
  ['try { return 1; } catch (e) { return 2; }', "'try'"],
  ["throw 'x';", "'throw'"],
  ['let i = 0; i++;', "'++'"],
  ['return new Foo();', "'new'"],
  ['return this;', "'this'"],
  ['return /a/.test(ctx.args.id);', 'a regular expression literal'],
  ['class A {}', "'class'"],
  ["return 'a' in ctx.args;", "'in'"],
  ['return 2 ** 3;', "'**'"],
  ['for (const a of []) { continue; }', "'continue'"],
])('%s is not deployed', (statements, what) => {
  const deploy = () => testApi({ schema: SCHEMA, resolvers: [unit('Query.value', body(statements))] });
  expect(deploy).toThrow(`APPSYNC_JS does not support ${what}`);
  expect(deploy).toThrow(/Query\.value: The code contains one or more errors\. code\.js:3:\d+/);
});

test.each([
  [
    'the words of refused keywords as names',
    "const o = { new: 1, class: 2, in: 3 }; return [o.new, o['class'], o.in];",
    [1, 2, 3],
  ],
  ['division beside template literals', 'const t = `${8 / 2}/${`${1}`}`; return [t, 8 / 2 / 2];', ['4/1', 2]],
  ['keywords in text and comments', "/* while (1) */ return 'try while'; // throw", 'try while'],
  [
    'for of with destructuring',
    'let s = 0; for (const [k, v] of Object.entries({ a: 1, b: 2 })) { s += v; } return s;',
    3,
  ],
  ['for in', "let s = ''; for (const k in { a: 1, b: 2 }) s += k; return s;", 'ab'],
])('%s is deployed', async (_case, statements, value) => {
  expect(await resolve(body(statements))).toEqual(value);
});

test('an error names its line and column in the uploaded code', async () => {
  expect(await resolve(body('const missing = ctx.stash.a;\n  return missing.b;'))).toBe(
    "Code: code.js:4:18: Cannot read properties of undefined (reading 'b')",
  );
});

test('a column on the first line is a column of the uploaded code', async () => {
  const code = 'export function request(ctx) { return ctx.stash.a.b; } export function response(ctx) { return 1; }';
  expect(await resolve(code)).toContain(`code.js:1:${code.indexOf('b; }') + 1}: `);
});

test('every handler has a loop budget of its own', async () => {
  const code = body('let n = 0; for (const a of ctx.args.list) n += 1; return n;');
  const { run } = testApi({ schema: SCHEMA, resolvers: [unit('Query.value', code)] });
  const ask = () => run('query($list: [Int]) { value(list: $list) }', { list: Array(600).fill(1) });
  expect([(await ask()).data, (await ask()).data]).toEqual([{ value: '600' }, { value: '600' }]);
});

test('cookies never reach ctx.request.headers', async () => {
  const { run } = testApi({ schema: SCHEMA, resolvers: [unit('Query.value', answering('ctx.request'))] });
  const { data } = await run('{ value }', {}, { 'x-api-key': API_KEY, cookie: 'a=b', 'x-trace': '1' });
  expect(JSON.parse(String(data?.['value']))).toEqual({
    headers: { 'x-api-key': API_KEY, 'x-trace': '1' },
    domainName: null,
  });
});

test('loops have a budget of 1,000 rounds in one handler', async () => {
  const code = body(
    'let n = 0; for (const a of ctx.args.list) { for (const b of ctx.args.list) { n += 1; } } return n;',
  );
  expect(await resolve(code, { list: Array(31).fill(1) })).toBe(961);
  expect(await resolve(code, { list: Array(32).fill(1) })).toContain(
    'The maximum number of loop iterations, 1000, has been exceeded.',
  );
});

test('bundles with renamed imports and an export list run', async () => {
  const code = `// resolvers/x.ts
import { util as util2 } from "@aws-appsync/utils";
var handle = (ctx) => util2.base64Encode("a");
function request() { return {}; }
export {
  request,
  handle as response
};
//# sourceMappingURL=data:application/json;base64,e30=`;
  expect(await resolve(code)).toBe('YQ==');
});

test.each(['@aws-appsync/utils/rds', '@aws-appsync/utils/ai'])('%s is refused by name', (specifier) => {
  const code = `import * as module from '${specifier}';\n${body('return 1;')}`;
  expect(() => testApi({ schema: SCHEMA, resolvers: [unit('Query.value', code)] })).toThrow(specifier);
});

test.each([
  "util.xml.toMap('<a/>')",
  "util.rds.toJsonObject('')",
  "extensions.evictFromApiCache('Query', 'a', {})",
  'ddb.sync({})',
])('%s is refused by name', async (expression) => {
  expect(await evaluate(expression)).toMatch(/^UnsupportedLocally: The local engine does not emulate/);
});

test('writing ctx fails; the stash may grow', async () => {
  expect(await resolve(body('ctx.stash = {}; return 1;'))).toContain('Cannot assign to read only property');
  expect(await resolve(body('ctx.stash.a = 1; return ctx.stash;'))).toEqual({ a: 1 });
});

test('console goes to the log', async () => {
  const { run, log } = testApi({
    schema: SCHEMA,
    resolvers: [unit('Query.value', body("console.log('hello', { a: 1 }); return 1;"))],
  });
  await run('{ value }');
  expect(log).toEqual(['INFO Query.value: hello {"a":1}']);
});

test('info tells the selection, and JSON.stringify(ctx) leaves it out', async () => {
  const code = answering(
    "({ id: 'x', nested: [ctx.info.selectionSetList, ctx.info.selectionSetGraphQL, JSON.stringify(ctx.info)] })",
  );
  const { run } = testApi({ schema: SCHEMA, resolvers: [unit('Query.item', code)] });
  const { data } = await run('query($id: ID) { item(id: $id) { key: id ...F } } fragment F on Item { nested }', {
    id: '7',
  });
  expect(JSON.parse((data?.['item'] as { nested: string }).nested)).toEqual([
    ['key', 'nested'],
    '{\n  key: id\n  ...F\n}',
    '{"fieldName":"item","parentTypeName":"Query","variables":{"id":"7"}}',
  ]);
});

test('a nested resolver sees its parent as ctx.source', async () => {
  const resolvers = [
    unit('Query.item', answering("({ id: '1', name: 'ada' })")),
    unit('Item.nested', answering('({ upper: ctx.source.name.toUpperCase() })')),
  ];
  const { data } = await testApi({ schema: SCHEMA, resolvers }).run('{ item { nested } }');
  expect(data).toEqual({ item: { nested: '{"upper":"ADA"}' } });
});

function pipeline(before: string, functions: string[], after: string, cloud: Partial<Cloud> = {}) {
  return testApi(
    {
      schema: SCHEMA,
      functions: Object.fromEntries(
        functions.map((code, index) => [`f${index}`, { name: `f${index}`, dataSourceName: 'none', code }]),
      ),
      resolvers: [
        {
          typeName: 'Query',
          fieldName: 'value',
          kind: 'PIPELINE',
          functionIds: functions.map((_code, index) => `f${index}`),
          code: handlers(before, after),
        },
      ],
    },
    cloud,
  );
}

const handlers = (request: string, response: string) => `import { util, runtime } from '@aws-appsync/utils';
export function request(ctx) { ${request} }
export function response(ctx) { ${response} }`;

const trace = (name: string) => `ctx.stash.trace.push('${name}:' + JSON.stringify(ctx.prev ? ctx.prev.result : null));`;

test('a pipeline hands each result to the next, and shares one stash', async () => {
  const step = (name: string) => handlers(`${trace(name)} return { payload: '${name}' };`, `return ctx.result + '!';`);
  const { run } = pipeline(
    `ctx.stash.trace = []; return 'start';`,
    [step('one'), step('two')],
    `${trace('after')} return [ctx.stash.trace, ctx.result];`,
  );
  expect(JSON.parse(String((await run('{ value }')).data?.['value']))).toEqual([
    ['one:"start"', 'two:"one!"', 'after:"two!"'],
    'two!',
  ]);
});

test.each([
  ['NEXT', ['first', 'second', 'after:"second"']],
  ['END', ['first', 'after:"early"']],
])('earlyReturn to %s in a function skips its source and response', async (skipTo, expected) => {
  const first = handlers(
    `ctx.stash.t.push('first'); runtime.earlyReturn('early', { skipTo: '${skipTo}' });`,
    "ctx.stash.t.push('never'); return 1;",
  );
  const second = handlers("ctx.stash.t.push('second'); return { payload: 'second' };", 'return ctx.result;');
  const { run } = pipeline(
    'ctx.stash.t = []; return {};',
    [first, second],
    "ctx.stash.t.push('after:' + JSON.stringify(ctx.prev.result)); return ctx.stash.t;",
  );
  expect(JSON.parse(String((await run('{ value }')).data?.['value']))).toEqual(expected);
});

test('earlyReturn in a pipeline’s own request goes to its response', async () => {
  const { run } = pipeline(
    "runtime.earlyReturn('cached');",
    [handlers('util.error("never");', 'return 1;')],
    'return ctx.prev.result;',
  );
  expect((await run('{ value }')).data).toEqual({ value: '"cached"' });
});

test('util.error in a function ends the whole pipeline', async () => {
  const failing = handlers('return {};', "util.error('stop', 'Stopped');");
  const { run } = pipeline('return {};', [failing, handlers('util.error("never");', 'return 1;')], 'return 1;');
  expect((await run('{ value }')).errors).toEqual([expect.objectContaining({ errorType: 'Stopped', message: 'stop' })]);
});

test('an error of the source that the handler does not raise is swallowed, in that function only', async () => {
  const invokeLambda = () => Promise.resolve({ functionError: { errorType: 'Error', errorMessage: 'boom' } });
  const code = handlers("return { operation: 'Invoke', payload: 1 };", 'return [ctx.result, ctx.error];');
  const { run } = testApi(
    {
      schema: SCHEMA,
      dataSources: { lambda: { type: 'AWS_LAMBDA', roleArn: 'role', config: { LambdaFunctionArn: 'worker' } } },
      resolvers: [unit('Query.value', code, 'lambda')],
    },
    { invokeLambda },
  );
  expect(await run('{ value }')).toEqual({ data: { value: '[null,{"message":"boom","type":"Lambda:Unhandled"}]' } });
});
