import { describe, expect, test } from 'vitest';
import type { HttpRequest } from '../../src/gateway/HttpExchange.ts';
import { WebAcl } from '../../src/waf/WebAcl.ts';
import { testCloud } from '../testCloud.ts';

const NONE = [{ Priority: 0, Type: 'NONE' }];
const BODY = (OversizeHandling: string) => ({ Body: { OversizeHandling } });
const EIGHT_KB = 8_192;

function requestOf(overrides: Partial<HttpRequest> = {}): HttpRequest {
  const headers = { 'user-agent': 'test', host: 'localhost' };
  return {
    method: 'POST',
    path: '/graphql',
    queryString: '',
    headers,
    body: Buffer.from('{}'),
    sourceIp: '127.0.0.1',
    ...overrides,
  };
}

function aclOf(rules: object[], cloud = testCloud(), DefaultAction: object = { Allow: {} }): WebAcl {
  const Rules = rules.map((rule, Priority) => ({ Name: `rule${Priority}`, Priority, VisibilityConfig: {}, ...rule }));
  return new WebAcl(cloud, { Name: 'payroll', Scope: 'REGIONAL', DefaultAction, Rules, VisibilityConfig: {} });
}

const blocking = (Statement: object) => ({ Statement, Action: { Block: {} } });
const isBlocked = (statement: object, request: Partial<HttpRequest>) =>
  aclOf([blocking(statement)]).evaluate(requestOf(request)).action === 'BLOCK';

describe('the body, of which only the first 8 KB are inspected', () => {
  const largerThan = (Size: number, handling: string) => ({
    SizeConstraintStatement: {
      FieldToMatch: BODY(handling),
      ComparisonOperator: 'GT',
      Size,
      TextTransformations: NONE,
    },
  });

  test.each([
    // size constraint                       body bytes      blocked
    ['CONTINUE', 100, 101, true],
    ['CONTINUE', 100, 100, false],
    ['CONTINUE', EIGHT_KB, EIGHT_KB + 1, false], // measures the inspected part, which is never larger
    ['MATCH', EIGHT_KB, EIGHT_KB + 1, true],
    ['MATCH', EIGHT_KB, EIGHT_KB, false],
    ['NO_MATCH', 100, EIGHT_KB + 1, false],
  ])('OversizeHandling %s, larger than %i, body of %i bytes: blocked %s', (handling, size, bytes, blocked) => {
    expect(isBlocked(largerThan(size, handling), { body: Buffer.alloc(bytes) })).toBe(blocked);
  });

  test.each([
    [0, 'CONTINUE', true],
    [EIGHT_KB, 'CONTINUE', false],
    [EIGHT_KB, 'MATCH', true],
    [0, 'NO_MATCH', false],
  ])('a string at byte %i of a 9 KB body with %s: blocked %s', (at, OversizeHandling, blocked) => {
    const body = Buffer.alloc(9_216, '.');
    body.write('__schema', at);
    const ByteMatchStatement = {
      FieldToMatch: BODY(OversizeHandling),
      PositionalConstraint: 'CONTAINS',
      SearchString: '__schema',
      TextTransformations: NONE,
    };
    expect(isBlocked({ ByteMatchStatement }, { body })).toBe(blocked);
  });

  test('must say what happens to larger ones', () => {
    expect(() => aclOf([blocking(largerThan(1, ''))])).toThrow('OversizeHandling');
  });
});

describe('matching', () => {
  const header = (Name: string) => ({ SingleHeader: { Name } });
  const byte = (
    FieldToMatch: object,
    PositionalConstraint: string,
    SearchString: string,
    TextTransformations: object[] = NONE,
  ) => ({
    ByteMatchStatement: { FieldToMatch, PositionalConstraint, SearchString, TextTransformations },
  });

  test.each([
    ['EXACTLY', 'POST', true],
    ['EXACTLY', 'POS', false],
    ['STARTS_WITH', 'PO', true],
    ['ENDS_WITH', 'ST', true],
    ['ENDS_WITH', 'longer than POST', false],
    ['CONTAINS', 'OS', true],
  ])('the method %s %s: %s', (constraint, searched, blocked) => {
    expect(isBlocked(byte({ Method: {} }, constraint, searched), {})).toBe(blocked);
  });

  test('transformations are applied in the order of their priority', () => {
    const transformations = [
      { Priority: 1, Type: 'LOWERCASE' },
      { Priority: 0, Type: 'URL_DECODE' },
    ];
    expect(isBlocked(byte({ QueryString: {} }, 'EXACTLY', 'q=a b', transformations), { queryString: 'Q=%41+B' })).toBe(
      true,
    );
  });

  test('a header that is not there matches nothing, and so its negation matches', () => {
    const present = byte(header('X-Api-Key'), 'CONTAINS', 'da2-');
    expect(isBlocked(present, {})).toBe(false);
    expect(isBlocked({ NotStatement: { Statement: present } }, {})).toBe(true);
    expect(isBlocked(present, { headers: { 'x-api-key': 'da2-1' } })).toBe(true);
  });

  test('And, Or and regular expressions', () => {
    const isPost = byte({ Method: {} }, 'EXACTLY', 'POST');
    const isGraphql = {
      RegexMatchStatement: { FieldToMatch: { UriPath: {} }, RegexString: '^/graph(ql)?$', TextTransformations: NONE },
    };
    expect(isBlocked({ AndStatement: { Statements: [isPost, isGraphql] } }, {})).toBe(true);
    expect(isBlocked({ AndStatement: { Statements: [isPost, isGraphql] } }, { path: '/x' })).toBe(false);
    expect(isBlocked({ OrStatement: { Statements: [isPost, isGraphql] } }, { path: '/x' })).toBe(true);
  });
});

describe('rules', () => {
  const always = {
    ByteMatchStatement: {
      FieldToMatch: { Method: {} },
      PositionalConstraint: 'CONTAINS',
      SearchString: 'POST',
      TextTransformations: NONE,
    },
  };

  test('run by priority; the first that allows or blocks ends it, one that counts leaves its label', () => {
    const acl = aclOf([
      { Statement: always, Action: { Count: {} }, RuleLabels: [{ Name: 'suspect:post' }] },
      { Statement: { LabelMatchStatement: { Scope: 'LABEL', Key: 'suspect:post' } }, Action: { Block: {} } },
      { Statement: always, Action: { Allow: {} } },
    ]);
    const label = 'awswaf:000000000000:webacl:payroll:suspect:post';
    expect(acl.evaluate(requestOf())).toEqual({ action: 'BLOCK', rule: 'rule1', labels: [label] });
    expect(acl.evaluate(requestOf({ method: 'GET' }))).toEqual({ action: 'ALLOW', labels: [] });
  });

  test.each([
    ['NAMESPACE', 'suspect:', true],
    ['NAMESPACE', 'pect:', false],
    ['LABEL', 'post', true],
    ['LABEL', 'ost', false],
    ['LABEL', 'suspect', false],
  ])('the label suspect:post matches %s %s: %s', (Scope, Key, blocked) => {
    const acl = aclOf([
      { Statement: always, Action: { Count: {} }, RuleLabels: [{ Name: 'suspect:post' }] },
      { Statement: { LabelMatchStatement: { Scope, Key } }, Action: { Block: {} } },
    ]);
    expect(acl.evaluate(requestOf()).action).toBe(blocked ? 'BLOCK' : 'ALLOW');
  });

  test('what no rule decides, the default action does', () => {
    expect(aclOf([], testCloud(), { Block: {} }).evaluate(requestOf())).toEqual({ action: 'BLOCK', labels: [] });
  });
});

describe('rates', () => {
  const perKey = (properties: object) => ({
    RateBasedStatement: { Limit: 10, EvaluationWindowSec: 60, ...properties },
  });

  test('the request beyond the limit is blocked, per address, until the window has moved on', async () => {
    const cloud = testCloud();
    const acl = aclOf([blocking(perKey({ AggregateKeyType: 'IP' }))], cloud);
    for (let request = 0; request < 10; request++) expect(acl.evaluate(requestOf()).action).toBe('ALLOW');
    expect(acl.evaluate(requestOf()).action).toBe('BLOCK');
    expect(acl.evaluate(requestOf({ sourceIp: '127.0.0.2' })).action).toBe('ALLOW');
    await cloud.clock.advance(50_000);
    expect(acl.evaluate(requestOf()).action, 'the first ten are still within 60 seconds').toBe('BLOCK');
    await cloud.clock.advance(10_000);
    expect(acl.evaluate(requestOf()).action).toBe('ALLOW');
  });

  test('a custom key counts by header; requests without it are not counted', () => {
    const CustomKeys = [{ Header: { Name: 'x-api-key', TextTransformations: NONE } }];
    const acl = aclOf([blocking(perKey({ AggregateKeyType: 'CUSTOM_KEYS', CustomKeys }))]);
    const partner = (key: string) => requestOf({ headers: { 'x-api-key': key } });
    for (let request = 0; request < 10; request++) acl.evaluate(partner('a'));
    expect(acl.evaluate(partner('a')).action).toBe('BLOCK');
    expect(acl.evaluate(partner('b')).action).toBe('ALLOW');
    for (let request = 0; request < 20; request++) expect(acl.evaluate(requestOf()).action).toBe('ALLOW');
  });

  test('a scope-down statement chooses what is counted', () => {
    const ScopeDownStatement = {
      ByteMatchStatement: {
        FieldToMatch: { Method: {} },
        PositionalConstraint: 'EXACTLY',
        SearchString: 'POST',
        TextTransformations: NONE,
      },
    };
    const acl = aclOf([blocking(perKey({ AggregateKeyType: 'CONSTANT', ScopeDownStatement }))]);
    for (let request = 0; request < 20; request++)
      expect(acl.evaluate(requestOf({ method: 'GET' })).action).toBe('ALLOW');
    for (let request = 0; request < 10; request++) acl.evaluate(requestOf());
    expect(acl.evaluate(requestOf()).action).toBe('BLOCK');
  });
});

describe('managed rule groups', () => {
  const managed = (Name: string, properties: object = {}, rule: object = { OverrideAction: { None: {} } }) => ({
    Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name, ...properties } },
    ...rule,
  });
  const CRS = 'AWSManagedRulesCommonRuleSet';
  const large = requestOf({ body: Buffer.alloc(EIGHT_KB + 1) });

  test('the core rule set blocks a body over 8 KB and a client without a name', () => {
    const acl = aclOf([managed(CRS)]);
    expect(acl.evaluate(requestOf({ body: Buffer.alloc(EIGHT_KB) })).action).toBe('ALLOW');
    expect(acl.evaluate(large)).toEqual({
      action: 'BLOCK',
      rule: `${CRS}/SizeRestrictions_BODY`,
      labels: ['awswaf:managed:aws:core-rule-set:SizeRestrictions_Body'],
    });
    expect(acl.evaluate(requestOf({ headers: {} })).rule).toBe(`${CRS}/NoUserAgent_HEADER`);
  });

  test('a rule overridden to Count leaves its label for a later rule', () => {
    const RuleActionOverrides = [{ Name: 'SizeRestrictions_BODY', ActionToUse: { Count: {} } }];
    const label = {
      LabelMatchStatement: { Scope: 'LABEL', Key: 'awswaf:managed:aws:core-rule-set:SizeRestrictions_Body' },
    };
    expect(aclOf([managed(CRS, { RuleActionOverrides })]).evaluate(large).action).toBe('ALLOW');
    expect(aclOf([managed(CRS, { RuleActionOverrides }), blocking(label)]).evaluate(large).rule).toBe('rule1');
  });

  test('a group overridden to Count blocks nothing', () => {
    expect(aclOf([managed(CRS, {}, { OverrideAction: { Count: {} } })]).evaluate(large).action).toBe('ALLOW');
  });

  test('every rule whose patterns AWS keeps to itself is named, and no other', () => {
    const acl = aclOf([
      managed(CRS),
      managed('AWSManagedRulesAmazonIpReputationList'),
      managed('AWSManagedRulesPHPRuleSet'),
    ]);
    expect(acl.notEmulated).toContain(`${CRS}/CrossSiteScripting_BODY`);
    expect(acl.notEmulated).toContain('AWSManagedRulesAmazonIpReputationList/AWSManagedIPDDoSList');
    expect(acl.notEmulated).toContain('AWS/AWSManagedRulesPHPRuleSet (all of its rules)');
    expect(acl.notEmulated).not.toContain(`${CRS}/SizeRestrictions_BODY`);
    expect(aclOf([]).notEmulated).toEqual([]);
  });
});

describe('what is not emulated is refused by name', () => {
  test.each([
    ['GeoMatchStatement', blocking({ GeoMatchStatement: { CountryCodes: ['US'] } })],
    ['IPSetReferenceStatement', blocking({ IPSetReferenceStatement: { Arn: 'arn' } })],
    ['Captcha', { Statement: { LabelMatchStatement: { Scope: 'LABEL', Key: 'x' } }, Action: { Captcha: {} } }],
    ['FORWARDED_IP', blocking({ RateBasedStatement: { Limit: 10, AggregateKeyType: 'FORWARDED_IP' } })],
    [
      'Cookies',
      blocking({
        SizeConstraintStatement: {
          FieldToMatch: { Cookies: {} },
          ComparisonOperator: 'GT',
          Size: 1,
          TextTransformations: NONE,
        },
      }),
    ],
  ])('%s', (name, rule) => {
    expect(() => aclOf([rule])).toThrow(name);
  });
});

describe('a block action with an answer of its own', () => {
  const wordedAcl = (CustomResponse: object) =>
    new WebAcl(testCloud(), {
      Name: 'payroll',
      Scope: 'REGIONAL',
      DefaultAction: { Allow: {} },
      VisibilityConfig: {},
      CustomResponseBodies: { TooLarge: { ContentType: 'APPLICATION_JSON', Content: '{"limit":1}' } },
      Rules: [
        {
          Name: 'rule',
          Priority: 0,
          VisibilityConfig: {},
          Statement: {
            SizeConstraintStatement: {
              FieldToMatch: BODY('MATCH'),
              ComparisonOperator: 'GT',
              Size: 1,
              TextTransformations: NONE,
            },
          },
          Action: { Block: { CustomResponse } },
        },
      ],
    });

  test('answers with its status and the body that the web ACL defines', () => {
    const acl = wordedAcl({ ResponseCode: 413, CustomResponseBodyKey: 'TooLarge' });
    expect(acl.evaluate(requestOf()).response).toEqual({
      status: 413,
      contentType: 'application/json',
      body: '{"limit":1}',
    });
    expect(acl.evaluate(requestOf({ body: Buffer.alloc(1) }))).toEqual({ action: 'ALLOW', labels: [] });
  });

  test.each([
    ['a body that is not defined', { ResponseCode: 413, CustomResponseBodyKey: 'Other' }],
    ['headers of its own', { ResponseCode: 413, ResponseHeaders: [{ Name: 'a', Value: 'b' }] }],
  ])('%s is refused by name', (_what, custom) => {
    expect(() => wordedAcl(custom)).toThrow(/WAF custom response/);
  });
});
