import type { HttpRequest } from '../gateway/HttpExchange.ts';
import { INSPECTED_BODY_BYTES } from './fieldToMatch.ts';

/** A rule of a managed group whose whole behaviour AWS documents. */
export interface ManagedRule {
  name: string;
  /** The last part of the label that a match adds. */
  label: string;
  matches(request: HttpRequest): boolean;
}

interface ManagedRuleGroup {
  /** As in its labels: `awswaf:managed:aws:<namespace>:<label>`. */
  namespace: string;
  emulated: ManagedRule[];
  /** Rules of which AWS publishes the purpose and not the patterns. */
  secret: string[];
}

/** Limits of the core rule set as AWS documents them, in bytes. */
const MAX_QUERY_STRING_BYTES = 2_048;
const MAX_COOKIE_BYTES = 10_240;
const MAX_URI_PATH_BYTES = 1_024;

/** AWS's managed rule groups that are common in front of AppSync, by name (source: AWS WAF developer guide, baseline and IP reputation rule groups). */
export const MANAGED_RULE_GROUPS: Readonly<Record<string, ManagedRuleGroup>> = {
  AWSManagedRulesCommonRuleSet: {
    namespace: 'core-rule-set',
    emulated: [
      {
        name: 'NoUserAgent_HEADER',
        label: 'NoUserAgent_Header',
        matches: ({ headers }) => headers['user-agent'] === undefined,
      },
      {
        name: 'SizeRestrictions_QUERYSTRING',
        label: 'SizeRestrictions_QueryString',
        matches: ({ queryString }) => Buffer.byteLength(queryString) > MAX_QUERY_STRING_BYTES,
      },
      {
        name: 'SizeRestrictions_Cookie_HEADER',
        label: 'SizeRestrictions_Cookie_Header',
        matches: ({ headers }) => Buffer.byteLength(headers.cookie ?? '') > MAX_COOKIE_BYTES,
      },
      {
        name: 'SizeRestrictions_BODY',
        label: 'SizeRestrictions_Body',
        matches: ({ body }) => body.length > INSPECTED_BODY_BYTES,
      },
      {
        name: 'SizeRestrictions_URIPATH',
        label: 'SizeRestrictions_URIPath',
        matches: ({ path }) => Buffer.byteLength(path) > MAX_URI_PATH_BYTES,
      },
    ],
    secret: `UserAgent_BadBots_HEADER EC2MetaDataSSRF_BODY EC2MetaDataSSRF_COOKIE EC2MetaDataSSRF_URIPATH
      EC2MetaDataSSRF_QUERYARGUMENTS GenericLFI_QUERYARGUMENTS GenericLFI_URIPATH GenericLFI_BODY
      RestrictedExtensions_URIPATH RestrictedExtensions_QUERYARGUMENTS GenericRFI_QUERYARGUMENTS GenericRFI_BODY
      GenericRFI_URIPATH CrossSiteScripting_COOKIE CrossSiteScripting_QUERYARGUMENTS CrossSiteScripting_BODY
      CrossSiteScripting_URIPATH`.split(/\s+/),
  },
  AWSManagedRulesKnownBadInputsRuleSet: {
    namespace: 'known-bad-inputs',
    emulated: [],
    secret: `JavaDeserializationRCE_HEADER JavaDeserializationRCE_BODY JavaDeserializationRCE_URIPATH
      JavaDeserializationRCE_QUERYSTRING Host_localhost_HEADER PROPFIND_METHOD ExploitablePaths_URIPATH Log4JRCE_HEADER
      Log4JRCE_QUERYSTRING Log4JRCE_BODY Log4JRCE_URIPATH ReactJSRCE_BODY`.split(/\s+/),
  },
  AWSManagedRulesAmazonIpReputationList: {
    namespace: 'amazon-ip-list',
    emulated: [],
    secret: ['AWSManagedIPReputationList', 'AWSManagedReconnaissanceList', 'AWSManagedIPDDoSList'],
  },
  AWSManagedRulesAnonymousIpList: {
    namespace: 'anonymous-ip-list',
    emulated: [],
    secret: ['AnonymousIPList', 'HostingProviderIPList'],
  },
};
