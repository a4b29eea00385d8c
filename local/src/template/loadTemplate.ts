import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { unsupported } from '../unsupported.ts';
import { assetPaths } from './assetPaths.ts';
import { expandNestedStacks } from './expandNestedStacks.ts';
import type { ResourceDefinition, TemplateDocument } from './expandNestedStacks.ts';
import { PHYSICAL_IDS, UNREFERENCED } from './physicalIds.ts';
import type { Account, PhysicalIds } from './physicalIds.ts';
import { NO_VALUE, resolveIntrinsics } from './resolveIntrinsics.ts';
import type { Lookups } from './resolveIntrinsics.ts';
import { stableUuid } from './stableName.ts';
import { Template } from './Template.ts';
import type { Resource } from './Template.ts';
import { withoutDeployers } from './withoutDeployers.ts';

/** `Rules` holds only the CDK's check that the account is bootstrapped; here there is nothing to bootstrap. */
const KNOWN_SECTIONS = new Set([
  'Description',
  'Metadata',
  'Resources',
  'Outputs',
  'Parameters',
  'Conditions',
  'Mappings',
  'Rules',
]);

/** The last two say what happens to data when a stack goes, which here is to delete the data directory. */
const KNOWN_ATTRIBUTES = new Set([
  'Type',
  'Properties',
  'DependsOn',
  'Condition',
  'Metadata',
  'DeletionPolicy',
  'UpdateReplacePolicy',
]);

/**
 * Reads the one stack of the cloud assembly in `directory`, with its nested stacks, and resolves it as CloudFormation
 * would when deploying it to `account`: every intrinsic function, and for every resource the name and ARN that it would get. Names that AWS makes
 * up are the same at every start. Refuses by name what CloudFormation knows and this does not.
 */
export function loadTemplate(directory: string, account: Account): Template {
  const [file, ...others] = readdirSync(directory).filter(
    (name) => name.endsWith('.template.json') && !name.endsWith('.nested.template.json'),
  );
  if (file === undefined) throw new Error(`There is no template in ${directory}. Write one with "cdk synth" first.`);
  if (others.length > 0) unsupported(`more than one stack: ${[file, ...others].join(', ')}`);
  const stackName = basename(file, '.template.json');
  const assets = assetPaths(directory, stackName, account);
  const pseudoParameters = pseudoParametersOf(stackName, account);
  const readTemplate = (path: string) => {
    const template = readJson<TemplateDocument>(path);
    refuseUnknown('the template section', Object.keys(template), KNOWN_SECTIONS);
    return template;
  };
  const document = expandNestedStacks(readTemplate(join(directory, file)), (templateUrl) => {
    const url = String(resolveIntrinsics(templateUrl, onlyPseudoParameters(pseudoParameters)));
    const path = assets.get(url.replace(/^https:\/\/[^/]+\//, ''));
    return readTemplate(path ?? unsupported(`a nested stack that is not an asset of the CDK app: ${url}`));
  });

  const lookups = lookupsOf(document, stackName, account, pseudoParameters);
  const exists = (part: { readonly Condition?: string }) =>
    part.Condition === undefined || lookups.condition(part.Condition);
  const resources = Object.entries(document.Resources)
    .filter(([, definition]) => exists(definition))
    .map(([logicalId, definition]): Resource => {
      refuseUnknown('the resource attribute', Object.keys(definition), KNOWN_ATTRIBUTES);
      const properties = resolveIntrinsics(definition.Properties ?? {}, lookups) as Record<string, unknown>;
      const { physicalName, arn } = lookups.physicalIds(logicalId);
      return {
        logicalId,
        type: definition.Type,
        properties: definition.Type === 'AWS::StepFunctions::StateMachine' ? withSubstitutions(properties) : properties,
        physicalName,
        arn,
        dependsOn: [definition.DependsOn ?? []].flat(),
      };
    });
  const outputs = Object.entries(document.Outputs ?? {})
    .filter(([, output]) => exists(output))
    .map(([name, output]) => [name, String(resolveIntrinsics(output.Value, lookups))] as const);
  return new Template(withoutDeployers(resources), Object.fromEntries(outputs), assets);
}

type PseudoParameters = Readonly<Record<string, unknown>>;

function pseudoParametersOf(stackName: string, { accountId, region }: Account): PseudoParameters {
  return {
    'AWS::AccountId': accountId,
    'AWS::NoValue': NO_VALUE,
    'AWS::Partition': 'aws',
    'AWS::Region': region,
    'AWS::StackId': `arn:aws:cloudformation:${region}:${accountId}:stack/${stackName}/${stableUuid(stackName)}`,
    'AWS::StackName': stackName,
    'AWS::URLSuffix': 'amazonaws.com',
  };
}

/** For what is read before the resources are known. */
function onlyPseudoParameters(pseudoParameters: PseudoParameters): Lookups {
  const refuse = (name: string) => unsupported(`the address of a nested stack that depends on ${name}`);
  return {
    ref: (name) => pseudoParameters[name] ?? refuse(name),
    getAtt: refuse,
    condition: refuse,
    mapping: refuse,
  };
}

/** What intrinsic functions find in `document`. Names are resolved when first asked for: they may need other names. */
function lookupsOf(
  document: TemplateDocument,
  stackName: string,
  account: Account,
  pseudoParameters: PseudoParameters,
) {
  const known = new Map<string, PhysicalIds>();
  const underWay = new Set<string>();
  const lookups: Lookups & { physicalIds(logicalId: string): PhysicalIds } = {
    ref(name) {
      if (Object.hasOwn(pseudoParameters, name)) return pseudoParameters[name];
      const parameter = document.Parameters?.[name];
      if (!parameter) return referenced(name).ref;
      if (parameter.Type.startsWith('AWS::SSM::'))
        unsupported(`the parameter ${name}, which comes from the parameter store`);
      return parameter.Default ?? unsupported(`the parameter ${name}, which has no default`);
    },
    getAtt(logicalId, attribute) {
      const value = referenced(logicalId).attributes[attribute];
      return value ?? unsupported(`the attribute ${attribute} of ${document.Resources[logicalId]?.Type}`);
    },
    condition(name) {
      const condition = document.Conditions?.[name];
      if (condition === undefined) throw new Error(`The template has no condition ${name}.`);
      return Boolean(resolveIntrinsics(condition, lookups));
    },
    mapping(map, firstKey, secondKey) {
      const value = document.Mappings?.[map]?.[firstKey]?.[secondKey];
      return value ?? unsupported(`the mapping ${map}.${firstKey}.${secondKey}`);
    },
    physicalIds(logicalId) {
      const definition = document.Resources[logicalId];
      if (!definition) throw new Error(`The template refers to ${logicalId}, which it does not have.`);
      const ids = known.get(logicalId) ?? identify(logicalId, definition);
      known.set(logicalId, ids);
      return ids;
    },
  };

  function referenced(logicalId: string): PhysicalIds {
    const type = document.Resources[logicalId]?.Type;
    if (type !== undefined && !PHYSICAL_IDS[type]) unsupported(`a reference to a resource of type ${type}`);
    return lookups.physicalIds(logicalId);
  }

  function identify(logicalId: string, { Type, Properties = {} }: ResourceDefinition): PhysicalIds {
    if (underWay.has(logicalId)) throw new Error(`The name of ${logicalId} depends on itself.`);
    underWay.add(logicalId);
    const ids = (PHYSICAL_IDS[Type] ?? UNREFERENCED)({
      account,
      stackName,
      logicalId,
      property: (name) => (name in Properties ? String(resolveIntrinsics(Properties[name], lookups)) : undefined),
    });
    return ids;
  }

  return lookups;
}

/**
 * CloudFormation itself puts `DefinitionSubstitutions` in the place of their `${name}` before Step Functions sees the
 * text.
 */
function withSubstitutions(properties: Record<string, unknown>): Record<string, unknown> {
  const { DefinitionString, DefinitionSubstitutions = {}, ...others } = properties;
  if (typeof DefinitionString !== 'string')
    return unsupported('a state machine whose definition is not in the template');
  const substitutions = DefinitionSubstitutions as Record<string, unknown>;
  const definition = DefinitionString.replaceAll(/\$\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(substitutions, name) ? String(substitutions[name]) : placeholder,
  );
  return { ...others, DefinitionString: definition };
}

function refuseUnknown(kind: string, names: readonly string[], known: ReadonlySet<string>): void {
  for (const name of names) if (!known.has(name)) unsupported(`${kind} ${name}`);
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}
