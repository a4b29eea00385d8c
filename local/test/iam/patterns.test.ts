import { expect, test } from 'vitest';
import { actionPattern, arnPattern, likePattern } from '../../src/iam/patterns.ts';

test.each([
  // pattern             value                  matches
  ['s3:Get*', 's3:GetObject', true],
  ['s3:Get*', 's3:PutObject', false],
  ['S3:getobject', 's3:GetObject', true],
  ['s3:GetObject', 's3:GetObjectAcl', false],
  ['*', 'anything:AtAll', true],
  ['sqs:?eceiveMessage', 'sqs:ReceiveMessage', true],
])('action %s and %s: %s', (pattern, value, matches) => {
  expect(actionPattern(pattern)(value)).toBe(matches);
});

test.each([
  ['arn:aws:s3:::b/manifests/*', 'arn:aws:s3:::b/manifests/c/r.jsonl', true],
  ['arn:aws:s3:::b/manifests/*', 'arn:aws:s3:::b/payments/r', false],
  ['arn:aws:sqs:*:1:q', 'arn:aws:sqs:eu-west-1:1:q', true],
  ['arn:aws:sqs:*:q', 'arn:aws:sqs:eu-west-1:1:q', false], // a wildcard does not reach over a colon
  ['arn:aws:states:r:1:execution:m/*', 'arn:aws:states:r:1:execution:m/Segments:7f', true], // except in the last part
  ['arn:aws:s3:::B', 'arn:aws:s3:::b', false],
  ['*', 'arn:aws:s3:::b', true],
  ['arn:aws:dynamodb:r:1:table/a.b', 'arn:aws:dynamodb:r:1:table/a-b', false], // a dot is a dot
])('ARN %s and %s: %s', (pattern, value, matches) => {
  expect(arnPattern(pattern)(value)).toBe(matches);
});

test('? stands for exactly one character', () => {
  expect(['a', 'ab', 'abc'].filter(likePattern('a?'))).toEqual(['ab']);
});
