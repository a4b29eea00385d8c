import fc from 'fast-check';
import type { AttributeMap, AttributeValue } from '../../../src/dynamodb/AttributeValue.ts';

/** One call, as the wire carries it. */
export interface Request {
  operation: string;
  input: Record<string, unknown>;
}

export const TABLE = 'compared';
export const INDEX = 'byGroup';

/** Piece of an expression whose `?` stand for `values`, in order. */
interface Fragment {
  text: string;
  values: AttributeValue[];
}

const number = fc.constantFrom('0', '1', '-1', '2.5', '10', '99999999999999999999', '0.1', '-7e-5');
const text = fc.constantFrom('', 'a', 'ab', 'b', 'é', '\u{1f4b6}');
const scalar: fc.Arbitrary<AttributeValue> = fc.oneof(
  number.map((N) => ({ N })),
  text.map((S) => ({ S })),
  fc.boolean().map((BOOL) => ({ BOOL })),
  fc.constant({ NULL: true as const }),
  fc.constantFrom('', 'AQ==', 'AQI=').map((B) => ({ B })),
);
const set: fc.Arbitrary<AttributeValue> = fc.oneof(
  fc.uniqueArray(fc.constantFrom('1', '2', '10', '-3'), { minLength: 1, maxLength: 3 }).map((NS) => ({ NS })),
  fc.uniqueArray(fc.constantFrom('a', 'ab', 'c'), { minLength: 1, maxLength: 3 }).map((SS) => ({ SS })),
);
const list = fc.array(scalar, { maxLength: 3 }).map((L) => ({ L }));
const map = fc.dictionary(fc.constantFrom('x', 'y'), scalar, { maxKeys: 2 }).map((M) => ({ M }));
const value: fc.Arbitrary<AttributeValue> = fc.oneof({ weight: 3, arbitrary: scalar }, set, list, map);

const key: fc.Arbitrary<AttributeMap> = fc.record({
  pk: fc.constantFrom('p1', 'p2').map((S) => ({ S })),
  sk: fc.constantFrom('a', 'a1', 'b').map((S) => ({ S })),
});

const usually = (arbitrary: fc.Arbitrary<AttributeValue>): fc.Arbitrary<AttributeValue> =>
  fc.oneof({ weight: 6, arbitrary }, { weight: 1, arbitrary: value });
/** Attributes whose type can be expected by their name, though now and then it is another. */
const item: fc.Arbitrary<AttributeMap> = fc
  .record(
    {
      n: usually(number.map((N) => ({ N }))),
      s: usually(text.map((S) => ({ S }))),
      l: usually(list),
      m: usually(map),
      e: usually(set),
      groupPk: fc.constantFrom('g1', 'g2').map((S) => ({ S })),
      groupSk: fc.constantFrom('1', '-2', '10').map((N) => ({ N })),
    },
    { requiredKeys: ['l', 'm', 'e'] },
  )
  .map((attributes): AttributeMap => ({ ...attributes }));

const path = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom('n', 's', 'l', 'm', 'e', 'm.x', 'm.y', 'l[0]', 'l[2]', 'absent', '#n') },
  { weight: 1, arbitrary: fc.constantFrom('absent.x', 'n.x', 'm[0]', 'l.x') },
);
const fragmentOf = (arbitrary: fc.Arbitrary<AttributeValue>): fc.Arbitrary<Fragment> =>
  arbitrary.map((each) => ({ text: '?', values: [each] }));
const pathFragment: fc.Arbitrary<Fragment> = path.map((each) => ({ text: each, values: [] }));
const operandOf = (values: fc.Arbitrary<AttributeValue>): fc.Arbitrary<Fragment> =>
  fc.oneof(
    { weight: 3, arbitrary: pathFragment },
    { weight: 3, arbitrary: fragmentOf(values) },
    pathFragment.map((each) => ({ ...each, text: `size(${each.text})` })),
  );
const operand = operandOf(value);
/** What has an order; only now and then something that has none, which is refused. */
const ordered = operandOf(
  fc.oneof(
    { weight: 9, arbitrary: number.map((N): AttributeValue => ({ N })) },
    { weight: 9, arbitrary: text.map((S) => ({ S })) },
    { weight: 1, arbitrary: value },
  ),
);

/** Joins fragments with a template in which `$0`, `$1`... stand for them. */
function join(template: string, ...fragments: Fragment[]): Fragment {
  return {
    text: template.replaceAll(/\$(\d)/g, (_match, index: string) => fragments[Number(index)]?.text ?? ''),
    values: fragments.flatMap(({ values }) => values),
  };
}

const { condition } = fc.letrec<{ condition: Fragment }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small' },
    fc
      .tuple(operand, fc.constantFrom('=', '<>'), operand)
      .map(([left, comparator, right]) => join(`$0 ${comparator} $1`, left, right)),
    fc
      .tuple(ordered, fc.constantFrom('<', '<=', '>', '>='), ordered)
      .map(([left, comparator, right]) => join(`$0 ${comparator} $1`, left, right)),
    fc.tuple(ordered, ordered, ordered).map((operands) => join('$0 BETWEEN $1 AND $2', ...operands)),
    fc.tuple(operand, operand, operand).map((operands) => join('$0 IN ($1, $2)', ...operands)),
    fc
      .tuple(fc.constantFrom('attribute_exists', 'attribute_not_exists'), pathFragment)
      .map(([name, of]) => join(`${name}($0)`, of)),
    fc
      .tuple(pathFragment, fragmentOf(fc.constantFrom('S', 'N', 'L', 'M', 'SS', 'NS', 'BOOL').map((S) => ({ S }))))
      .map((operands) => join('attribute_type($0, $1)', ...operands)),
    fc
      .tuple(pathFragment, fragmentOf(text.map((S) => ({ S }))))
      .map((operands) => join('begins_with($0, $1)', ...operands)),
    fc.tuple(pathFragment, fragmentOf(value)).map((operands) => join('contains($0, $1)', ...operands)),
    fc
      .tuple(tie('condition'), fc.constantFrom('AND', 'OR'), tie('condition'))
      .map(([left, word, right]) => join(`$0 ${word} $1`, left, right)),
    fc
      .tuple(tie('condition'), fc.constantFrom('AND', 'OR'), tie('condition'))
      .map(([left, word, right]) => join(`NOT ($0 ${word} $1)`, left, right)),
    tie('condition').map((of) => join('NOT $0', of)),
  ),
}));

const numberOperand = fc.oneof(
  pathFragment,
  fragmentOf(number.map((N) => ({ N }))),
  fc
    .tuple(pathFragment, fragmentOf(number.map((N) => ({ N }))))
    .map((operands) => join('if_not_exists($0, $1)', ...operands)),
);
const setValue = fc.oneof(
  fragmentOf(value),
  pathFragment,
  fc.tuple(pathFragment, fragmentOf(value)).map((operands) => join('if_not_exists($0, $1)', ...operands)),
  fc.tuple(pathFragment, fragmentOf(list)).map((operands) => join('list_append($0, $1)', ...operands)),
  fc
    .tuple(pathFragment, fragmentOf(list), fragmentOf(list))
    .map((operands) => join('list_append(if_not_exists($0, $1), $2)', ...operands)),
  fc
    .tuple(numberOperand, fc.constantFrom('+', '-'), numberOperand)
    .map(([left, sign, right]) => join(`$0 ${sign} $1`, left, right)),
);
const addend: fc.Arbitrary<AttributeValue> = fc.oneof(
  { weight: 4, arbitrary: number.map((N) => ({ N })) },
  { weight: 4, arbitrary: set },
  { weight: 1, arbitrary: value },
);
/** An action with its target; ADD and DELETE mostly aim at what they can change. */
interface Action {
  section: string;
  target: string;
  right: Fragment;
}
const actionOf = (
  section: string,
  targets: fc.Arbitrary<string>,
  right: fc.Arbitrary<Fragment>,
): fc.Arbitrary<Action> => fc.tuple(targets, right).map(([target, each]) => ({ section, target, right: each }));
const nothing: fc.Arbitrary<Fragment> = fc.constant({ text: '', values: [] });
const action = fc.oneof(
  {
    weight: 8,
    arbitrary: actionOf(
      'SET',
      path,
      setValue.map((right) => join('= $0', right)),
    ),
  },
  { weight: 4, arbitrary: actionOf('REMOVE', path, nothing) },
  {
    weight: 3,
    arbitrary: actionOf('ADD', fc.constantFrom('n', 'm.x', 'absent'), fragmentOf(number.map((N) => ({ N })))),
  },
  { weight: 3, arbitrary: actionOf('ADD', fc.constantFrom('e', 'absent'), fragmentOf(set)) },
  { weight: 1, arbitrary: actionOf('ADD', path, fragmentOf(addend)) },
  { weight: 3, arbitrary: actionOf('DELETE', fc.constantFrom('e', 'absent'), fragmentOf(set)) },
  { weight: 1, arbitrary: actionOf('DELETE', path, fragmentOf(set)) },
);

/** Up to three actions on paths that are, mostly, apart from each other. */
const update: fc.Arbitrary<Fragment> = fc
  .uniqueArray(action, {
    minLength: 1,
    maxLength: 3,
    selector: ({ target }) => (target === '#n' ? 'n' : target),
  })
  .map((actions) => {
    const sections = ['SET', 'REMOVE', 'ADD', 'DELETE'].flatMap((keyword): Fragment[] => {
      const own = actions.filter(({ section }) => section === keyword);
      if (own.length === 0) return [];
      const text = own.map(({ target, right }) => `${target} ${right.text}`.trim()).join(', ');
      return [{ text: `${keyword} ${text}`, values: own.flatMap(({ right }) => right.values) }];
    });
    return { text: sections.map((each) => each.text).join(' '), values: sections.flatMap(({ values }) => values) };
  });

/** Numbers the `?` of several expressions through, as the members of one request. */
function expressions(given: Record<string, Fragment | undefined>): Record<string, unknown> {
  const members: Record<string, unknown> = {};
  const values: AttributeMap = {};
  let count = 0;
  for (const [member, fragment] of Object.entries(given)) {
    if (!fragment) continue;
    let position = 0;
    members[member] = fragment.text.replaceAll('?', () => {
      const name = `:v${count++}`;
      values[name] = fragment.values[position++] as AttributeValue;
      return name;
    });
  }
  if (count > 0) members['ExpressionAttributeValues'] = values;
  if (Object.values(members).some((member) => typeof member === 'string' && member.includes('#n'))) {
    members['ExpressionAttributeNames'] = { '#n': 'n' };
  }
  return members;
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 1 });
const returned = <Word extends string>(...words: Word[]) =>
  fc
    .constantFrom<(Word | undefined)[]>(undefined, ...words)
    .map((ReturnValues) => (ReturnValues ? { ReturnValues } : {}));
const onFailure = maybe(fc.constant('ALL_OLD')).map((word) =>
  word ? { ReturnValuesOnConditionCheckFailure: word } : {},
);

const putInput = fc
  .tuple(key, item, maybe(condition), onFailure)
  .map(([Key, attributes, ConditionExpression, failure]) => ({
    TableName: TABLE,
    Item: { ...Key, ...attributes },
    ...expressions({ ConditionExpression }),
    ...failure,
  }));
const deleteInput = fc.tuple(key, maybe(condition), onFailure).map(([Key, ConditionExpression, failure]) => ({
  TableName: TABLE,
  Key,
  ...expressions({ ConditionExpression }),
  ...failure,
}));
const updateInput = fc
  .tuple(key, update, maybe(condition), onFailure)
  .map(([Key, UpdateExpression, ConditionExpression, failure]) => ({
    TableName: TABLE,
    Key,
    ...expressions({ UpdateExpression, ConditionExpression }),
    ...failure,
  }));
const checkInput = fc.tuple(key, condition, onFailure).map(([Key, ConditionExpression, failure]) => ({
  TableName: TABLE,
  Key,
  ...expressions({ ConditionExpression }),
  ...failure,
}));

const sortCondition = fc.oneof(
  fc
    .tuple(fc.constantFrom('=', '<', '<=', '>', '>='), fc.constantFrom('a', 'a1', 'b'))
    .map(([comparator, S]): Fragment => ({ text: ` AND sk ${comparator} ?`, values: [{ S }] })),
  fc.constantFrom('a', 'a1').map((S): Fragment => ({ text: ' AND begins_with(sk, ?)', values: [{ S }] })),
  fc.constant<Fragment>({ text: ' AND sk BETWEEN ? AND ?', values: [{ S: 'a' }, { S: 'a1' }] }),
  fc.constant<Fragment>({ text: '', values: [] }),
);
const projection = maybe(
  fc.uniqueArray(fc.constantFrom('pk', 'sk', 'n', 'm.x', 'm.y', 'l[1]', 'l[0]', 's', 'absent'), {
    minLength: 1,
    maxLength: 4,
  }),
).map((paths) => (paths ? { ProjectionExpression: paths.join(', ') } : {}));
const query = fc
  .tuple(
    fc.constantFrom('p1', 'p2'),
    sortCondition,
    maybe(condition),
    projection,
    fc.record({ Limit: fc.constantFrom(1, 2, 3), ScanIndexForward: fc.boolean() }, { requiredKeys: [] }),
  )
  // At a limit DynamoDB Local leaves out LastEvaluatedKey when the key condition shows that nothing can follow.
  .filter(([, sort, , , { Limit }]) => Limit === undefined || sort.text === '')
  .map(([pk, sort, FilterExpression, projected, more]) => ({
    TableName: TABLE,
    ...expressions({
      KeyConditionExpression: { text: `pk = ?${sort.text}`, values: [{ S: pk }, ...sort.values] },
      FilterExpression,
    }),
    ...projected,
    ...more,
  }));
const indexQuery = fc.tuple(fc.constantFrom('g1', 'g2'), maybe(condition)).map(([group, FilterExpression]) => ({
  TableName: TABLE,
  IndexName: INDEX,
  ...expressions({
    KeyConditionExpression: { text: 'groupPk = ? AND groupSk >= ?', values: [{ S: group }, { N: '-2' }] },
    FilterExpression,
  }),
}));

const transaction = fc.uniqueArray(
  fc.oneof(
    putInput.map((Put) => ({ Put })),
    updateInput.map((Update) => ({ Update })),
    deleteInput.map((Delete) => ({ Delete })),
    checkInput.map((ConditionCheck) => ({ ConditionCheck })),
  ),
  // Two actions on one item are refused before anything else on AWS, but not by DynamoDB Local.
  { minLength: 1, maxLength: 3, selector: (action) => JSON.stringify(keyOfAction(action)) },
);

function keyOfAction(action: Record<string, { Key?: AttributeMap; Item?: AttributeMap }>): unknown[] {
  const [{ Key, Item }] = Object.values(action) as [{ Key?: AttributeMap; Item?: AttributeMap }];
  return [(Key ?? Item)?.['pk'], (Key ?? Item)?.['sk']];
}

/** Any call that both engines should answer alike. */
const arbitraryRequest: fc.Arbitrary<Request> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(putInput, returned('ALL_OLD', 'NONE'))
      .map(([input, more]) => ({ operation: 'PutItem', input: { ...input, ...more } })),
  },
  {
    weight: 6,
    // UPDATED_OLD and UPDATED_NEW are left to the contract: DynamoDB Local answers whole maps where AWS answers parts.
    arbitrary: fc
      .tuple(updateInput, returned('ALL_OLD', 'ALL_NEW', 'NONE'))
      .map(([input, more]) => ({ operation: 'UpdateItem', input: { ...input, ...more } })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(deleteInput, returned('ALL_OLD', 'NONE'))
      .map(([input, more]) => ({ operation: 'DeleteItem', input: { ...input, ...more } })),
  },
  { weight: 2, arbitrary: key.map((Key) => ({ operation: 'GetItem', input: { TableName: TABLE, Key } })) },
  { weight: 3, arbitrary: query.map((input) => ({ operation: 'Query', input })) },
  { weight: 2, arbitrary: indexQuery.map((input) => ({ operation: 'Query', input })) },
  {
    weight: 3,
    arbitrary: transaction.map((TransactItems) => ({ operation: 'TransactWriteItems', input: { TransactItems } })),
  },
  {
    weight: 1,
    arbitrary: fc.array(key, { minLength: 1, maxLength: 3 }).map((Keys) => ({
      operation: 'BatchGetItem',
      input: { RequestItems: { [TABLE]: { Keys } } },
    })),
  },
  { weight: 1, arbitrary: fc.constant({ operation: 'Scan', input: { TableName: TABLE } }) },
);

/** A few items to begin with, then any calls. */
export const arbitraryRequests: fc.Arbitrary<Request[]> = fc
  .tuple(
    fc.array(
      fc.tuple(key, item).map(([Key, attributes]) => ({
        operation: 'PutItem',
        input: { TableName: TABLE, Item: { ...Key, ...attributes } },
      })),
      { minLength: 2, maxLength: 5 },
    ),
    fc.array(arbitraryRequest, { minLength: 1, maxLength: 12 }),
  )
  .map(([puts, requests]) => [...puts, ...requests]);
