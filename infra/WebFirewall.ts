import { ArnFormat, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { IGraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CfnLoggingConfiguration, CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';

/** How much of a body WAF looks at in front of AppSync; it cannot be raised there. */
export const INSPECTED_BODY_BYTES = 8_192;

/** The longest body that passes at all: 999,999 bytes, which is what a Content-Length of six digits can say. */
const DIGITS_OF_CONTENT_LENGTH = 6;

/** Mutations whose body may be longer than what WAF sees of it: their rows are data, which no rule of WAF reads for us. */
const BULK_MUTATIONS = ['upsertEmployees', 'upsertOpeningBalances', 'upsertPayrollInputs', 'recordBankReturns'];

/** What a client reads that sent too much: the same shape as an answer of AppSync, with the limit and the way out. */
const TOO_LARGE = {
  BodyTooLarge: 'The request has 1,000,000 bytes or more. Send fewer rows, or import a file with createImport.',
  BodyOverInspectionLimit:
    'The request has more than 8,192 bytes, which only upsertEmployees, upsertPayrollInputs and recordBankReturns may have, with the name of the mutation at the beginning of the body. Send less at once.',
};

/** Requests of one address in five minutes. The dashboard of a large company stays well below a tenth of it. */
const REQUESTS_PER_ADDRESS = 10_000;

/**
 * Rules of the Common Rule Set that only count. Each would refuse honest GraphQL: an operation is text in a body, names
 * and memos in its variables are free text, and clients of ours need not send a User-Agent.
 */
const COUNTED_ONLY = [
  'SizeRestrictions_BODY', // replaced by the rule BodyOverInspectionLimit, which says what happens
  'CrossSiteScripting_BODY',
  'GenericLFI_BODY',
  'GenericRFI_BODY',
  'EC2MetaDataSSRF_BODY',
  'NoUserAgent_HEADER',
  'SizeRestrictions_QUERYSTRING', // the WebSocket handshake carries its token in the query string
];

/**
 * The web ACL in front of the API. It runs before any authorization. What is blocked or counted is logged without the
 * credentials, which AppSync also takes in the query string and, from browsers, as a WebSocket subprotocol.
 */
export class WebFirewall extends Construct {
  constructor(scope: Construct, id: string, props: { readonly api: IGraphqlApi }) {
    super(scope, id);
    const webAcl = new CfnWebACL(this, 'WebAcl', {
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: visible('PayrollApi'),
      customResponseBodies: Object.fromEntries(
        Object.entries(TOO_LARGE).map(([key, message]) => [
          key,
          {
            contentType: 'APPLICATION_JSON',
            content: JSON.stringify({ errors: [{ errorType: 'RequestTooLarge', message }] }),
          },
        ]),
      ),
      rules: [
        {
          name: 'BodyTooLarge',
          priority: 0,
          statement: {
            sizeConstraintStatement: {
              fieldToMatch: { singleHeader: { Name: 'content-length' } },
              comparisonOperator: 'GT',
              size: DIGITS_OF_CONTENT_LENGTH,
              textTransformations: UNCHANGED,
            },
          },
          action: tooLarge('BodyTooLarge'),
          visibilityConfig: visible('BodyTooLarge'),
        },
        {
          name: 'BodyOverInspectionLimit',
          priority: 1,
          // What WAF cannot see it must not pass: a bad body would only have to be long. The rows of bulk mutations may.
          statement: {
            andStatement: {
              statements: [
                {
                  sizeConstraintStatement: {
                    fieldToMatch: { body: { oversizeHandling: 'MATCH' } },
                    comparisonOperator: 'GT',
                    size: INSPECTED_BODY_BYTES,
                    textTransformations: UNCHANGED,
                  },
                },
                ...BULK_MUTATIONS.map((mutation) => ({ notStatement: { statement: isNamed(mutation) } })),
              ],
            },
          },
          action: tooLarge('BodyOverInspectionLimit'),
          visibilityConfig: visible('BodyOverInspectionLimit'),
        },
        {
          name: 'RatePerAddress',
          priority: 2,
          statement: {
            rateBasedStatement: { aggregateKeyType: 'IP', limit: REQUESTS_PER_ADDRESS, evaluationWindowSec: 300 },
          },
          action: { block: {} },
          visibilityConfig: visible('RatePerAddress'),
        },
        managedRules(3, 'AWSManagedRulesAmazonIpReputationList'),
        managedRules(4, 'AWSManagedRulesKnownBadInputsRuleSet'),
        managedRules(5, 'AWSManagedRulesCommonRuleSet', COUNTED_ONLY),
      ],
    });
    new CfnWebACLAssociation(this, 'Association', { resourceArn: props.api.arn, webAclArn: webAcl.attrArn });
    this.#log(webAcl);
  }

  #log(webAcl: CfnWebACL): void {
    // WAF writes only to groups whose name begins so; the unique end keeps two stacks of one account apart.
    const unique = Fn.select(2, Fn.split('/', Stack.of(this).stackId));
    const logGroup = new LogGroup(this, 'Log', {
      logGroupName: Fn.join('-', ['aws-waf-logs', Stack.of(this).stackName, unique]),
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // Without the `:*` that CloudFormation appends to the ARN of a log group, which WAF does not take.
    const logDestination = Stack.of(this).formatArn({
      service: 'logs',
      resource: 'log-group',
      resourceName: logGroup.logGroupName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    const keep = (action: 'BLOCK' | 'COUNT') => ({ ActionCondition: { Action: action } });
    new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: webAcl.attrArn,
      logDestinationConfigs: [logDestination],
      redactedFields: [
        { singleHeader: { Name: 'authorization' } },
        { singleHeader: { Name: 'sec-websocket-protocol' } },
        { queryString: {} },
      ],
      loggingFilter: {
        DefaultBehavior: 'DROP',
        Filters: [{ Behavior: 'KEEP', Requirement: 'MEETS_ANY', Conditions: [keep('BLOCK'), keep('COUNT')] }],
      },
    });
  }
}

const UNCHANGED = [{ priority: 0, type: 'NONE' }];

/** What WAF sees of the body names the mutation. */
const isNamed = (mutation: string): CfnWebACL.StatementProperty => ({
  byteMatchStatement: {
    fieldToMatch: { body: { oversizeHandling: 'CONTINUE' } },
    searchString: mutation,
    positionalConstraint: 'CONTAINS',
    textTransformations: UNCHANGED,
  },
});

const tooLarge = (customResponseBodyKey: keyof typeof TOO_LARGE): CfnWebACL.RuleActionProperty => ({
  block: { customResponse: { responseCode: 413, customResponseBodyKey } },
});

function managedRules(priority: number, name: string, countedOnly: readonly string[] = []): CfnWebACL.RuleProperty {
  return {
    name,
    priority,
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name,
        ruleActionOverrides: countedOnly.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
      },
    },
    overrideAction: { none: {} },
    visibilityConfig: visible(name),
  };
}

function visible(metricName: string): CfnWebACL.VisibilityConfigProperty {
  return { cloudWatchMetricsEnabled: true, metricName, sampledRequestsEnabled: true };
}
