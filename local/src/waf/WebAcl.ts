import type { Cloud } from '../Cloud.ts';
import { refuseOtherProperties } from '../refuseOtherProperties.ts';
import { unsupported } from '../unsupported.ts';
import { MANAGED_RULE_GROUPS } from './managedRuleGroups.ts';
import { statementOf } from './statements.ts';
import type { CustomResponse } from '../gateway/GatewayPorts.ts';
import type { HttpRequest } from '../gateway/HttpExchange.ts';

/** What a web ACL decides about a request. */
export interface WafVerdict {
  action: 'ALLOW' | 'BLOCK';
  /** The rule that decided, as `rule` or `rule group/rule`; absent when the default action did. */
  rule?: string;
  labels: string[];
  /** What a rule that blocked answers in place of AppSync's 403. */
  response?: CustomResponse;
}

type RuleAction = 'ALLOW' | 'BLOCK' | 'COUNT';
type Properties = Readonly<Record<string, unknown>>;

/** One rule or managed rule, ready to run: rules are asked in order until one ends the evaluation. */
interface CompiledRule {
  name: string;
  action: RuleAction;
  labels: string[];
  response?: CustomResponse;
  matches(request: HttpRequest, labels: ReadonlySet<string>): boolean;
}

const ACL_PROPERTIES = [
  'CustomResponseBodies',
  'DefaultAction',
  'Description',
  'Name',
  'Rules',
  'Scope',
  'Tags',
  'VisibilityConfig',
];

interface CustomBody {
  ContentType: string;
  Content: string;
}

/** What `CustomResponseBodies` may hold, by the names that AWS gives the kinds. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  APPLICATION_JSON: 'application/json',
  TEXT_HTML: 'text/html',
  TEXT_PLAIN: 'text/plain',
};

const RULE_PROPERTIES = ['Action', 'Name', 'OverrideAction', 'Priority', 'RuleLabels', 'Statement', 'VisibilityConfig'];

/** Any `Version` will do: the documented limits are the same in all of them. */
const GROUP_PROPERTIES = [
  'ExcludedRules',
  'Name',
  'RuleActionOverrides',
  'ScopeDownStatement',
  'VendorName',
  'Version',
];

/**
 * A web ACL in front of AppSync, from the resolved properties of an `AWS::WAFv2::WebACL`. The patterns of AWS's managed
 * rules are not public, so only their documented limits are emulated; the others are named in `notEmulated`.
 */
export class WebAcl {
  /** Rules that would run on AWS and do not here, as `rule group/rule`: start-up says so. */
  readonly notEmulated: string[] = [];
  readonly #rules: CompiledRule[];
  readonly #defaultAction: 'ALLOW' | 'BLOCK';
  readonly #cloud: Cloud;
  readonly #name: string;
  readonly #customBodies: Readonly<Record<string, CustomBody>>;

  constructor(cloud: Cloud, properties: Properties) {
    refuseOtherProperties(properties, ACL_PROPERTIES, 'a WAF web ACL');
    const { Name, Rules = [], DefaultAction, Scope } = properties;
    if (Scope !== 'REGIONAL') unsupported(`the WAF scope ${String(Scope)} (AppSync takes REGIONAL)`);
    this.#cloud = cloud;
    this.#name = String(Name);
    this.#customBodies = (properties['CustomResponseBodies'] ?? {}) as Readonly<Record<string, CustomBody>>;
    this.#defaultAction = actionOf(DefaultAction) === 'BLOCK' ? 'BLOCK' : 'ALLOW';
    const rules = [...(Rules as Properties[])].sort((a, b) => Number(a['Priority']) - Number(b['Priority']));
    this.#rules = rules.flatMap((rule) => this.#compile(rule));
  }

  /** Asks the rules in the order of their priority; counting rules only leave their labels. */
  evaluate(request: HttpRequest): WafVerdict {
    const labels = new Set<string>();
    for (const rule of this.#rules) {
      if (!rule.matches(request, labels)) continue;
      for (const label of rule.labels) labels.add(label);
      const { action, name, response } = rule;
      if (action !== 'COUNT') return { action, rule: name, labels: [...labels], ...(response ? { response } : {}) };
    }
    return { action: this.#defaultAction, labels: [...labels] };
  }

  #compile(rule: Properties): CompiledRule[] {
    const { Name, Statement, Action, OverrideAction, RuleLabels = [] } = rule;
    const name = String(Name);
    refuseOtherProperties(rule, RULE_PROPERTIES, `the WAF rule ${name}`);
    const managed = (Statement as { ManagedRuleGroupStatement?: Properties }).ManagedRuleGroupStatement;
    if (managed)
      return this.#compileManaged(managed, OverrideAction !== undefined && 'Count' in (OverrideAction as Properties));
    const labels = (RuleLabels as { Name: string }[]).map(
      (label) => `awswaf:${this.#cloud.accountId}:webacl:${this.#name}:${label.Name}`,
    );
    const { action, response } = this.#blocking(Action) ?? { action: actionOf(Action) };
    const matches = statementOf(Statement, this.#cloud.clock);
    return [{ name, action, labels, matches, ...(response ? { response } : {}) }];
  }

  /** A block action with an answer of its own; anything else is left to `actionOf`. */
  #blocking(action: unknown): { action: 'BLOCK'; response: CustomResponse } | undefined {
    const { CustomResponse: custom, ...others } = (action as { Block?: Properties }).Block ?? {};
    if (custom === undefined || Object.keys(others).length > 0) return undefined;
    refuseOtherProperties(custom as Properties, ['ResponseCode', 'CustomResponseBodyKey'], 'a WAF custom response');
    const { ResponseCode, CustomResponseBodyKey } = custom as { ResponseCode: number; CustomResponseBodyKey?: string };
    const body = CustomResponseBodyKey === undefined ? undefined : this.#customBodies[CustomResponseBodyKey];
    if (CustomResponseBodyKey !== undefined && !body)
      return unsupported(`the WAF custom response body ${CustomResponseBodyKey}, which the web ACL does not define`);
    const contentType = CONTENT_TYPES[body?.ContentType ?? 'TEXT_PLAIN'] ?? 'text/plain';
    return { action: 'BLOCK', response: { status: Number(ResponseCode), contentType, body: body?.Content ?? '' } };
  }

  #compileManaged(properties: Properties, isCountOnly: boolean): CompiledRule[] {
    const { VendorName, Name, ExcludedRules = [], RuleActionOverrides = [], ScopeDownStatement } = properties;
    refuseOtherProperties(properties, GROUP_PROPERTIES, `the managed rule group ${String(Name)}`);
    const group = VendorName === 'AWS' ? MANAGED_RULE_GROUPS[String(Name)] : undefined;
    if (!group) {
      this.notEmulated.push(`${String(VendorName)}/${String(Name)} (all of its rules)`);
      return [];
    }
    this.notEmulated.push(...group.secret.map((rule) => `${String(Name)}/${rule}`));
    const overrides = new Map<string, RuleAction>();
    for (const excluded of ExcludedRules as { Name: string }[]) overrides.set(excluded.Name, 'COUNT');
    for (const override of RuleActionOverrides as { Name: string; ActionToUse: unknown }[]) {
      overrides.set(override.Name, actionOf(override.ActionToUse));
    }
    const isInScope =
      ScopeDownStatement === undefined ? () => true : statementOf(ScopeDownStatement, this.#cloud.clock);
    return group.emulated.map((rule) => ({
      name: `${String(Name)}/${rule.name}`,
      action: isCountOnly ? 'COUNT' : (overrides.get(rule.name) ?? 'BLOCK'),
      labels: [`awswaf:managed:aws:${group.namespace}:${rule.label}`],
      matches: (request, labels) => isInScope(request, labels) && rule.matches(request),
    }));
  }
}

function actionOf(action: unknown): RuleAction {
  const [[kind, options] = ['no action', {}]] = Object.entries((action ?? {}) as Record<string, Properties>);
  for (const option of Object.keys(options)) unsupported(`${option} of a WAF ${kind} action`);
  if (kind === 'Allow') return 'ALLOW';
  if (kind === 'Block') return 'BLOCK';
  if (kind === 'Count') return 'COUNT';
  return unsupported(`the WAF action ${kind}`);
}
