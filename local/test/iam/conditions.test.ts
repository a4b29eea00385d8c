import { expect, test } from 'vitest';
import { compileConditions } from '../../src/iam/conditions.ts';

const rule = 'arn:aws:events:us-east-1:1:rule/bus/r';
test.each([
  // case                                 condition                                                    context                          holds
  ['no condition', undefined, {}, true],
  ['an equal text', { StringEquals: { 'aws:SourceAccount': '1' } }, { 'aws:SourceAccount': '1' }, true],
  ['another text', { StringEquals: { 'aws:SourceAccount': '1' } }, { 'aws:SourceAccount': '2' }, false],
  ['a key in other letters', { StringEquals: { 'AWS:sourceaccount': '1' } }, { 'aws:SourceAccount': '1' }, true],
  ['one of several values', { StringEquals: { k: ['1', '2'] } }, { k: '2' }, true],
  ['a key that the request lacks', { StringEquals: { k: '1' } }, {}, false],
  ['wildcards', { StringLike: { k: 'a*' } }, { k: 'abc' }, true],
  ['wildcards where none are meant', { StringEquals: { k: 'a*' } }, { k: 'abc' }, false],
  ['an ARN', { ArnEquals: { 'aws:SourceArn': rule } }, { 'aws:SourceArn': rule }, true],
  [
    'an ARN with wildcards',
    { ArnLike: { 'aws:SourceArn': 'arn:aws:events:*:1:rule/*' } },
    { 'aws:SourceArn': rule },
    true,
  ],
  ['a truth', { Bool: { 'aws:SecureTransport': 'true' } }, { 'aws:SecureTransport': 'true' }, true],
  ['a truth written as such', { Bool: { 'aws:SecureTransport': true } }, { 'aws:SecureTransport': 'true' }, true],
  ['all operators must hold', { StringEquals: { k: '1' }, StringLike: { l: 'x*' } }, { k: '1', l: 'y' }, false],
  ['all keys must hold', { StringEquals: { k: '1', l: '2' } }, { k: '1' }, false],
  ['every value of the request', { 'ForAllValues:StringEquals': { k: ['1', '2'] } }, { k: ['1', '3'] }, false],
  ['every value, and there is none', { 'ForAllValues:StringEquals': { k: ['1'] } }, {}, true],
  ['any value of the request', { 'ForAnyValue:StringLike': { k: ['1*'] } }, { k: ['2', '13'] }, true],
  ['any value, and there is none', { 'ForAnyValue:StringLike': { k: ['1*'] } }, {}, false],
])('%s', (_case, condition, context, holds) => {
  expect(compileConditions(condition)(context)).toBe(holds);
});

test('an operator that is not known is refused by name when the policy is read', () => {
  expect(() => compileConditions({ IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } })).toThrow(/IpAddress/);
  expect(() => compileConditions({ StringEqualsIfExists: { k: '1' } })).toThrow(/StringEqualsIfExists/);
});
