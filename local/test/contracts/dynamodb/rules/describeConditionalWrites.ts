import { describe, expect, test } from 'vitest';
import { type Contract, TABLE } from '../Contract.ts';

export function describeConditionalWrites(contract: Contract): void {
  describe('conditional writes', () => {
    test('a put that must not overwrite fails the second time and hands back the item in the way', async () => {
      const pk = contract.partition();
      const request = {
        TableName: TABLE,
        Item: { pk, sk: '1', by: 'first' },
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
      };
      await contract.db.put(request);
      await expect(contract.db.put({ ...request, Item: { ...request.Item, by: 'second' } })).rejects.toMatchObject({
        name: 'ConditionalCheckFailedException',
        message: 'The conditional request failed',
        Item: { pk: { S: pk }, sk: { S: '1' }, by: { S: 'first' } },
      });
      expect(await contract.get(pk, '1')).toMatchObject({ by: 'first' });
    });

    test('an idempotency record is taken once, again after it expired, and never while in progress', async () => {
      const pk = contract.partition();
      const take = (now: number, inProgressExpiry: number) =>
        contract.db.put({
          TableName: TABLE,
          Item: { pk, sk: '1', status: 'INPROGRESS', expiration: now + 10, in_progress_expiration: inProgressExpiry },
          ConditionExpression:
            'attribute_not_exists(#id) OR #expiry < :now OR (#status = :inprogress AND attribute_exists(#in_progress_expiry) AND #in_progress_expiry < :now_in_millis)',
          ExpressionAttributeNames: {
            '#id': 'pk',
            '#expiry': 'expiration',
            '#in_progress_expiry': 'in_progress_expiration',
            '#status': 'status',
          },
          ExpressionAttributeValues: { ':now': now, ':now_in_millis': now * 1000, ':inprogress': 'INPROGRESS' },
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        });
      await take(1000.25, 1005_000);
      await expect(take(1001.5, 1006_000)).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
      await take(1005.5, 1009_000);
      await take(1016, 1020_000);
    });

    test.each([
      ['state = :draft', true],
      ['state <> :draft', false],
      ['absent <> :draft', true],
      ['absent = :draft', false],
      ['cents > :ten', true],
      ['cents > :draft', false],
      ['cents BETWEEN :ten AND :hundred', true],
      ['cents IN (:ten, :hundred)', true],
      ['NOT cents IN (:ten, :hundred)', false],
      ['attribute_exists(pay.parts[1])', true],
      ['attribute_exists(pay.parts[2])', false],
      ['attribute_type(pay, :M)', true],
      ['begins_with(state, :dr)', true],
      ['contains(state, :dr)', true],
      ['contains(closed, :ten)', true],
      ['contains(pay.parts, :draft)', true],
      ['NOT contains(absent, :ten)', true],
      ['size(pay.parts) = :two', true],
      ['size(state) > size(pay.parts)', true],
      ['size(absent) = :two', false],
      ['closed = :segments', true],
      ['state = :dr OR state = :draft AND cents = :hundred', true],
      ['(state = :draft OR state = :dr) AND cents = :ten', false],
      ['NOT state = :dr AND cents = :hundred', true],
      ['NOT (state = :draft AND cents = :hundred)', false],
    ])('%s is %s', async (ConditionExpression, holds) => {
      const pk = contract.partition();
      const values: Record<string, unknown> = {
        ':draft': 'DRAFT',
        ':dr': 'DR',
        ':ten': 10,
        ':hundred': 100,
        ':two': 2,
        ':M': 'M',
        ':segments': new Set([100, 10]),
      };
      const used = Object.entries(values).filter(([name]) => new RegExp(`${name}\\b`).test(ConditionExpression));
      const expression = ConditionExpression.replaceAll(/\bstate\b/g, '#state');
      await contract.put({
        pk,
        sk: '1',
        state: 'DRAFT',
        cents: 100,
        closed: new Set([10, 100]),
        pay: { parts: ['gross', 'DRAFT'] },
      });
      const write = contract.db.delete({
        TableName: TABLE,
        Key: { pk, sk: '1' },
        ConditionExpression: expression,
        ...(expression.includes('#state') ? { ExpressionAttributeNames: { '#state': 'state' } } : {}),
        ...(used.length > 0 ? { ExpressionAttributeValues: Object.fromEntries(used) } : {}),
      });
      if (holds) await write;
      else await expect(write).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
    });

    test.each([
      ['Syntax error; token: "=", near: "= = :a"', 'x = = :a'],
      ['Syntax error; token: "<EOF>", near: "="', 'x ='],
      ['Syntax error; token: "AND", near: "AND AND attribute_exists"', 'x = :a AND AND attribute_exists(y)'],
      ['Syntax error; token: "_", near: "_x"', '_x = :a'],
      ['Attribute name is a reserved keyword; reserved keyword: Name', 'Name = :a'],
      ['Invalid function name; function: exists', 'exists(x) AND x = :a'],
      ['The expression has redundant parentheses;', '((x = :a))'],
      [
        'Incorrect number of operands for operator or function; operator or function: attribute_exists, number of operands: 2',
        'attribute_exists(x, y) AND x = :a',
      ],
      ['Operator or function requires a document path; operator or function: attribute_exists', 'attribute_exists(:a)'],
      ['The function is not allowed to be used this way in an expression; function: size', 'size(x) AND x = :a'],
      ['An expression attribute value used in expression is not defined; attribute value: :b', 'x = :a OR x = :b'],
      ['An expression attribute name used in the document path is not defined; attribute name: #b', '#b = :a'],
      [
        'The first operand must be distinct from the remaining operands for this operator or function; operator: =, first operand: [x]',
        'x = x AND x = :a',
      ],
    ])('the message "%s"', async (message, ConditionExpression) => {
      await expect(
        contract.db.put({
          TableName: TABLE,
          Item: { pk: contract.partition(), sk: '1' },
          ConditionExpression,
          ExpressionAttributeValues: { ':a': 1 },
        }),
      ).rejects.toMatchObject({
        name: 'ValidationException',
        message: `Invalid ConditionExpression: ${message}`,
      });
    });

    test('placeholders that no expression uses are refused', async () => {
      const request = { TableName: TABLE, Item: { pk: contract.partition(), sk: '1' }, ConditionExpression: 'x = :x' };
      const values = { ':x': 1 };
      await expect(contract.db.put({ ...request, ExpressionAttributeValues: { ...values, ':y': 2 } })).rejects.toThrow(
        'Value provided in ExpressionAttributeValues unused in expressions: keys: {:y}',
      );
      await expect(
        contract.db.put({ ...request, ExpressionAttributeValues: values, ExpressionAttributeNames: { '#y': 'y' } }),
      ).rejects.toThrow('Value provided in ExpressionAttributeNames unused in expressions: keys: {#y}');
      await expect(contract.db.put({ ...request, ConditionExpression: '' })).rejects.toThrow(
        'Invalid ConditionExpression: The expression can not be empty;',
      );
    });
  });
}
