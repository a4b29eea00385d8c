import { readdirSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { getNamedType, getNullableType, type GraphQLArgument, isListType, isRequiredArgument, parse } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PayrollRunItemsDocument, UpsertHookDocument } from '../../clients/generated/operations/graphql.ts';
import { signIn } from '../../clients/sdk/signIn.ts';
import { watchRun } from '../../clients/sdk/watchRun.ts';
import {
  SAMPLE_FUNDING_ACCOUNT_ID,
  SAMPLE_PAY_GROUP_ID,
  SAMPLE_PERIOD_START_DATE,
} from '../../demo/sampleEmployees.ts';
import { sampleNumber } from '../../demo/sampleNumber.ts';
import { SAMPLE_COMPANY_ID, SAMPLE_PASSWORD, SAMPLE_USERS } from '../../demo/sampleUsers.ts';
import { generateOperation, selectionOf, valueOf } from './generateOperation.ts';
import { hostileValuesOf, MISPLACED_NUMBERS, placesOf, VALUES_OF_EVERY_KIND, withValueAt } from './hostileValues.ts';
import { approve, openPayrollOffice, type PayrollOffice, startRun } from './payrollOffice.ts';
import { dumpTable, type TableItem } from './payrollTable.ts';
import { type RootField, rootFields } from './rootFields.ts';

/* Whatever is sent to a member of an input or to an argument is accepted or refused with a code: nothing breaks, and
   everything that can be listed can be listed afterwards. */

const EMPLOYEES = 25;

/** Aliases of one request: below the API's limit of 100 resolvers. */
const FIELDS_PER_REQUEST = 50;

let office: PayrollOffice;
const log: string[] = [];
let valid: Record<string, unknown>;
const tokens = new Map<string, () => Promise<string>>();

beforeAll(async () => {
  office = await openPayrollOffice({ employees: EMPLOYEES, log: (line) => log.push(line) });
  for (const { username, group } of Object.values(SAMPLE_USERS))
    if (!tokens.has(group)) tokens.set(group, signInAs(username));
  const paidRunId = await startRun(office.admin);
  await watchRun(office.admin, paidRunId);
  await approve(office.approver, paidRunId);
  await watchRun(office.admin, paidRunId);
  await office.admin.execute(UpsertHookDocument, {
    input: { idempotencyKey: 'hook', hookId: 'told', point: 'AFTER_PAY' },
  });
  const { payrollRunItems } = await office.admin.execute(PayrollRunItemsDocument, { runId: paidRunId });
  const item = payrollRunItems?.nodes.find(({ payslipId }) => payslipId !== null);
  valid = {
    runId: paidRunId,
    employeeId: item?.employeeId,
    payslipId: item?.payslipId,
    year: 2026,
    hookId: 'told',
    fundingAccountId: SAMPLE_FUNDING_ACCOUNT_ID,
    payGroupId: SAMPLE_PAY_GROUP_ID,
    periodStartDate: SAMPLE_PERIOD_START_DATE,
    companyId: SAMPLE_COMPANY_ID,
    workState: 'TX',
  };
});
afterAll(() => office.close());

const signInAs = (username: string) =>
  signIn({
    userPoolEndpoint: `${office.aws.endpoint}/cognito-idp`,
    userPoolClientId: String(office.aws.template.outputs['UserPoolClientId']),
    username,
    password: SAMPLE_PASSWORD,
  });

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { path?: (string | number)[] | null; message: string; errorType?: string | null }[];
}

/** Behind the firewall, so that what it happens to stop is tried too. */
async function send({ field }: RootField, query: string, variables: Record<string, unknown>): Promise<Answer> {
  const request = { query, variables };
  const directives = JSON.stringify(field.astNode?.directives ?? []);
  if (directives.includes('aws_iam'))
    return office.aws.appSync.executeAs(office.aws.operator, request) as Promise<Answer>;
  const group = [...tokens.keys()].find((each) => directives.includes(each)) ?? '';
  const { body } = await office.aws.appSync.handleHttp({
    method: 'POST',
    headers: { authorization: (await tokens.get(group)?.()) ?? '', 'content-type': 'application/json' },
    body: JSON.stringify(request),
    sourceIp: '127.0.0.1',
  });
  return JSON.parse(body) as Answer;
}

/** One call of a root field: its arguments, and which value of theirs is not what anybody expects. */
interface Attempt {
  place: string;
  path: readonly string[];
  args: Record<string, unknown>;
}

/** Sends many calls of a field in few requests; answers a line for each that was answered neither with data nor with a code. */
async function faultsOf(root: RootField, attempts: readonly Attempt[]): Promise<string[]> {
  const { field, operation } = root;
  const named = getNamedType(field.type).name;
  const fragment = selectionOf(field.type) === '' ? '' : `fragment Whole on ${named} ${selectionOf(field.type)}`;
  const faults: string[] = [];
  for (let start = 0; start < attempts.length; start += FIELDS_PER_REQUEST) {
    const together = attempts.slice(start, start + FIELDS_PER_REQUEST);
    const declared = together.flatMap((_, index) =>
      field.args.map(({ name, type }) => `$${name}${index}: ${String(type)}`),
    );
    const fields = together.map((_, index) => {
      const given = field.args.map(({ name }) => `${name}: $${name}${index}`).join(', ');
      return `a${index}: ${field.name}${given && `(${given})`} ${fragment && '{ ...Whole }'}`;
    });
    const parameters = declared.length > 0 ? `(${declared.join(', ')})` : '';
    const query = `${operation.toLowerCase()} ${parameters} { ${fields.join('\n')} } ${fragment}`;
    const variables = Object.fromEntries(
      together.flatMap(({ args }, index) => Object.entries(args).map(([name, value]) => [`${name}${index}`, value])),
    );
    const { data, errors = [] } = await send(root, query, variables);
    for (const { path, message, errorType } of errors) {
      if (isTyped(errorType) && operation !== 'Mutation') continue;
      const place = together[Number(String(path?.[0]).slice(1))]?.place ?? root.coordinate;
      faults.push(`${place}: ${errorType ?? 'untyped'} ${message}`.slice(0, 300));
    }
    for (const [alias, answer] of Object.entries(data ?? {}))
      for (const code of codesIn(answer))
        if (!/^[A-Z_]+$/.test(code)) faults.push(`${together[Number(alias.slice(1))]?.place}: ${code}`);
  }
  return faults;
}

/** The type of an error that a resolver meant. */
const isTyped = (errorType: string | null | undefined) => /^([A-Z]+(_[A-Z]+)+|Unauthorized)$/.test(errorType ?? '');

const codesIn = (answer: unknown): string[] =>
  ((answer as { userErrors?: { code: string }[] } | null)?.userErrors ?? []).map(({ code }) => code);

const shown = (value: unknown) =>
  Array.isArray(value) ? `a list of ${value.length}` : (JSON.stringify(value) ?? '').slice(0, 60);

/** Settings are tried on a pay group that nobody is paid by, so that what follows meets no strange schedule. */
const validFor = ({ field }: RootField) =>
  field.name === 'upsertPayGroup' ? { ...valid, payGroupId: 'monthly' } : valid;

/** Every value for every member of one argument, the other arguments being valid. */
function attemptsAt(root: RootField, arg: GraphQLArgument): Attempt[] {
  const { coordinate, field } = root;
  const valid = validFor(root);
  const others = field.args.filter((other) => other !== arg && isRequiredArgument(other));
  const around = Object.fromEntries(others.map(({ name, type }) => [name, valueOf(name, type, valid)]));
  return placesOf(arg.type).flatMap((place) =>
    hostileValuesOf(place, valid).map((value) => ({
      place: `${[coordinate, arg.name, ...place.path].join('.')} = ${shown(value)}`,
      path: place.path,
      args: {
        ...around,
        [arg.name]: withFreshKey(withValueAt({ ...place, type: arg.type }, value, valid, arg.name), place.path),
      },
    })),
  );
}

/** A new key, unless the key is what is tried. */
function withFreshKey(input: unknown, path: readonly string[]): unknown {
  const hasKey = input !== null && typeof input === 'object' && 'idempotencyKey' in input;
  return hasKey && path[0] !== 'idempotencyKey' ? { ...input, idempotencyKey: crypto.randomUUID() } : input;
}

/** Rows of a list, each with one value, go in one call: one a row for each employee. */
function inFewCalls(attempts: readonly Attempt[]): Attempt[] {
  const isRow = ({ path }: Attempt) => ROWS.has(path[0] ?? '') && path.length > 2;
  const rows = attempts.filter(isRow);
  const calls = Array.from({ length: Math.ceil(rows.length / EMPLOYEES) }, (_, call) =>
    rows.slice(call * EMPLOYEES, (call + 1) * EMPLOYEES),
  ).map((together): Attempt => {
    const [{ path, args }] = together as [Attempt];
    const list = path[0] ?? '';
    const input = args['input'] as Record<string, unknown>;
    const all = together.map((row, index) => ({
      ...((row.args['input'] as Record<string, object[]>)[list]?.[0] ?? {}),
      ...(row.path[2] === 'externalId' ? {} : { externalId: sampleNumber(index + 1) }),
    }));
    const place = `${together[0]?.place} to ${together.at(-1)?.place}`;
    return { place, path, args: { input: { ...input, [list]: all } } };
  });
  return [...attempts.filter((attempt) => !isRow(attempt)), ...calls];
}

const ROWS = new Set(['employees', 'inputs']);

const attemptsOf = (root: RootField) => inFewCalls(root.field.args.flatMap((arg) => attemptsAt(root, arg)));

/** The worker of each mutation: the folder in which its resolver lies. */
const WORKERS = new Map(
  readdirSync(new URL('../../resolvers', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'none' && entry.name !== 'table')
    .flatMap(({ name }) =>
      readdirSync(new URL(`../../resolvers/${name}`, import.meta.url)).flatMap((file) => {
        const [type, field = ''] = file.split('.');
        return type === 'Mutation' ? [[field, `${name[0]?.toUpperCase()}${name.slice(1)}`] as const] : [];
      }),
    ),
);

const CALLER = { companyId: SAMPLE_COMPANY_ID, actor: 'test' };

/** What a worker answers an operator who calls it beside the API; nothing when it broke. */
async function invoke(worker: string, event: object): Promise<unknown> {
  const { lambda, template, operator } = office.aws;
  const found = template
    .resourcesOfType('AWS::Lambda::Function')
    .find(({ logicalId }) => new RegExp(`^Workers${worker}[0-9A-F]{8}$`).test(logicalId));
  const outcome = await lambda.invoke(String(found?.arn), event, operator);
  return outcome.functionError ? undefined : outcome.payload;
}

/** The same query, a page further on. */
const withCursor = (query: string) =>
  query
    .replace(/^query (\(?)/, (_, parameters: string) =>
      parameters ? 'query ($after: String, ' : 'query ($after: String) ',
    )
    .replace(/\{ (\w+)(\(?)/, (_, name: string, args: string) => `{ ${name}(after: $after${args ? ', ' : ')'}`);

/** Texts of the refusals in the answer that a command's record keeps; a long answer is compressed. */
function refusalsKept({ answer }: TableItem): string[] {
  const kept = answer instanceof Uint8Array ? Buffer.from(answer).toString('base64') : String(answer);
  const text = isJson(kept) ? kept : inflateRawSync(Buffer.from(kept, 'base64')).toString('utf8');
  return [...text.matchAll(/"(?:message|resolution)":"(?:[^"\\]|\\.)*"/g)].map(([found]) => found);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const of = (operation: string) => rootFields.filter((root) => root.operation === operation);

test('every value of every member of every mutation is accepted or refused with a code', async () => {
  const faults: string[] = [];
  for (const root of of('Mutation')) faults.push(...(await faultsOf(root, attemptsOf(root))));
  expect(faults).toEqual([]);
});

test('a value of the wrong kind that reaches a worker all the same is refused with a code', async () => {
  const faults: string[] = [];
  for (const root of of('Mutation')) {
    const { coordinate, field } = root;
    const worker = WORKERS.get(field.name);
    const [arg] = field.args;
    if (!worker || !arg) continue;
    for (const place of placesOf(arg.type))
      for (const value of VALUES_OF_EVERY_KIND) {
        const whole = withValueAt({ ...place, type: arg.type }, value, validFor(root), arg.name);
        const input = withFreshKey(whole, place.path);
        const answer = await invoke(worker, { caller: CALLER, mutation: field.name, input });
        if (answer === undefined || codesIn(answer).some((code) => !/^[A-Z_]+$/.test(code)))
          faults.push(`${[coordinate, ...place.path].join('.')} = ${shown(value)}`);
      }
  }
  expect(faults).toEqual([]);
});

test('every value of every argument of every query is answered or refused with a type', async () => {
  const faults: string[] = [];
  for (const root of of('Query')) faults.push(...(await faultsOf(root, attemptsOf(root))));
  expect(faults).toEqual([]);
});

test('every value of every argument of every subscription is listened to or refused with a type', async () => {
  const faults: string[] = [];
  for (const root of of('Subscription'))
    for (const { place, args } of attemptsOf(root)) {
      const { query } = generateOperation(root, args);
      try {
        const stop = await office.admin.subscribe(
          parse(query),
          args,
          () => {},
          () => {},
        );
        stop();
      } catch (error) {
        const { code, message } = error as { code: string; message: string };
        if (!isTyped(code)) faults.push(`${place}: ${code} ${message}`);
      }
    }
  expect(faults).toEqual([]);
});

test('afterwards everything that can be listed is read to its end', async () => {
  for (const root of of('Query')) {
    const isPaged = root.field.args.some(({ name }) => name === 'after');
    if (!isPaged && !isListType(getNullableType(root.field.type))) continue;
    const after = root.field.args.find(({ name }) => name === 'after');
    let cursor: string | null = null;
    do {
      const { query, variables } = generateOperation(root, valid);
      const paged = after && cursor ? withCursor(query) : query;
      const { data, errors }: Answer = await send(root, paged, { ...variables, after: cursor });
      expect({ errors, data }, root.coordinate).toEqual({ errors: undefined, data: expect.anything() as unknown });
      const found = data?.[root.field.name] as { pageInfo?: { endCursor: string | null } } | null;
      expect(found, root.coordinate).not.toBeNull();
      cursor = found?.pageInfo?.endCursor ?? null;
    } while (after && cursor);
  }
});

test('a number in the wrong field is neither logged nor kept with what a key did', async () => {
  const kept = (await dumpTable(office.aws)).filter(({ sk }) => sk === 'COMMAND').flatMap(refusalsKept);
  expect(kept.some((text) => text.includes('(number)'))).toBe(true);
  for (const number of MISPLACED_NUMBERS) {
    expect(kept.filter((text) => text.includes(number))).toEqual([]);
    expect(log.filter((line) => line.includes(number))).toEqual([]);
  }
});
