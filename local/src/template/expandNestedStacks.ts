import { unsupported } from '../unsupported.ts';

/** A resource as a template has it. */
export interface ResourceDefinition {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly DependsOn?: string | readonly string[];
  readonly Condition?: string;
}

/** A template as it was synthesized, with its intrinsic functions. */
export interface TemplateDocument {
  readonly Resources: Readonly<Record<string, ResourceDefinition>>;
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown; readonly Condition?: string }>>;
  readonly Parameters?: Readonly<Record<string, { readonly Type: string; readonly Default?: unknown }>>;
  readonly Conditions?: Readonly<Record<string, unknown>>;
  readonly Mappings?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
}

const NESTED_STACK = 'AWS::CloudFormation::Stack';

/** Tags have no effect here. Everything else that a nested stack may have is refused. */
const KNOWN_PROPERTIES = new Set(['TemplateURL', 'Parameters', 'Tags']);

/**
 * The same resources in one template: what a nested stack has stands in its parent, under ids that begin with that of
 * the nested stack. Its parameters are replaced by what the parent passes, and what the parent reads of its outputs by
 * their values. Made-up names contain the parent's stack name: there is one stack here.
 * @param readTemplate reads the template behind a `TemplateURL`
 */
export function expandNestedStacks(
  document: TemplateDocument,
  readTemplate: (templateUrl: unknown) => TemplateDocument,
): TemplateDocument {
  const nested = new Map(
    Object.entries(document.Resources)
      .filter(([, { Type }]) => Type === NESTED_STACK)
      .map(([id, stack]) => [id, expandNestedStack(id, stack, readTemplate)] as const),
  );
  if (nested.size === 0) return document;
  const read = rewriteReferences({
    ref: (name) => ({ Ref: name }),
    getAtt: (id, attribute) => {
      const stack = nested.get(id);
      if (!stack) return { 'Fn::GetAtt': [id, attribute] };
      const output = stack.Outputs?.[attribute.replace(/^Outputs\./, '')];
      return output ? output.Value : unsupported(`${attribute} of the nested stack ${id}`);
    },
    condition: (name) => name,
    mapping: (name) => name,
  });
  const members = (id: string) => Object.keys(nested.get(id)?.Resources ?? { [id]: undefined });
  const resources = Object.entries(document.Resources).filter(([id]) => !nested.has(id));
  const inParent = [...nested.values()];
  return {
    ...document,
    // What a nested stack was passed may be an output of another.
    Resources: Object.fromEntries(
      [...resources, ...inParent.flatMap(({ Resources }) => Object.entries(Resources))].map(([id, definition]) => [
        id,
        {
          ...(read(definition) as ResourceDefinition),
          ...(definition.DependsOn && { DependsOn: [definition.DependsOn].flat().flatMap(members) }),
        },
      ]),
    ),
    ...(document.Outputs && { Outputs: read(document.Outputs) as NonNullable<TemplateDocument['Outputs']> }),
    Conditions: Object.assign({}, document.Conditions, ...inParent.map(({ Conditions }) => Conditions)) as Record<
      string,
      unknown
    >,
    Mappings: Object.assign({}, document.Mappings, ...inParent.map(({ Mappings }) => Mappings)) as NonNullable<
      TemplateDocument['Mappings']
    >,
  };
}

/** The template of one nested stack in the terms of its parent. */
function expandNestedStack(
  stackId: string,
  { Properties = {}, DependsOn = [], Condition }: ResourceDefinition,
  readTemplate: (templateUrl: unknown) => TemplateDocument,
): TemplateDocument {
  for (const name of Object.keys(Properties))
    if (!KNOWN_PROPERTIES.has(name)) unsupported(`the property ${name} of the nested stack ${stackId}`);
  if (Condition !== undefined) unsupported(`a condition of the nested stack ${stackId}`);
  const document = expandNestedStacks(readTemplate(Properties['TemplateURL']), readTemplate);
  const passed = (Properties['Parameters'] ?? {}) as Readonly<Record<string, unknown>>;
  const inParent = (name: string) => `${stackId}${name}`;

  const rewrite = rewriteReferences({
    ref: (name) => {
      if (name.startsWith('AWS::')) return { Ref: name };
      const parameter = document.Parameters?.[name];
      if (!parameter) return { Ref: inParent(name) };
      return passed[name] ?? parameter.Default ?? unsupported(`the nested stack ${stackId} without its ${name}`);
    },
    getAtt: (id, attribute) => ({ 'Fn::GetAtt': [inParent(id), attribute] }),
    condition: inParent,
    mapping: inParent,
  });
  const rename = <T>(part: Readonly<Record<string, T>> = {}) =>
    Object.fromEntries(Object.entries(part).map(([name, value]) => [inParent(name), rewrite(value) as T]));
  return {
    Resources: Object.fromEntries(
      Object.entries(rename(document.Resources)).map(([id, definition]) => [
        id,
        {
          ...definition,
          ...(definition.Condition !== undefined && { Condition: inParent(definition.Condition) }),
          DependsOn: [...[DependsOn].flat(), ...[definition.DependsOn ?? []].flat().map(inParent)],
        },
      ]),
    ),
    Outputs: rewrite(document.Outputs ?? {}) as NonNullable<TemplateDocument['Outputs']>,
    Conditions: rename(document.Conditions),
    Mappings: Object.fromEntries(Object.entries(document.Mappings ?? {}).map(([name, map]) => [inParent(name), map])),
  };
}

/** What stands for each reference that a template makes. */
interface References {
  ref(name: string): unknown;
  getAtt(logicalId: string, attribute: string): unknown;
  condition(name: string): string;
  mapping(name: string): string;
}

/** Replaces the references in a part of a template, and leaves the functions around them. */
function rewriteReferences(references: References): (part: unknown) => unknown {
  const rewrite = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(rewrite);
    if (typeof part !== 'object' || part === null) return part;
    const members = Object.entries(part);
    const [only] = members;
    return members.length === 1 && only
      ? rewriteCall(...only)
      : Object.fromEntries(members.map(([key, member]) => [key, rewrite(member)]));
  };

  const rewriteCall = (name: string, argument: unknown): unknown => {
    switch (name) {
      case 'Ref':
        return references.ref(String(argument));
      case 'Condition':
        return { Condition: typeof argument === 'string' ? references.condition(argument) : rewrite(argument) };
      case 'Fn::GetAtt': {
        const [logicalId, ...attribute] = Array.isArray(argument) ? argument.map(String) : String(argument).split('.');
        return references.getAtt(logicalId ?? '', attribute.join('.'));
      }
      case 'Fn::If': {
        const [condition, ...values] = argument as [string, unknown, unknown];
        return { 'Fn::If': [references.condition(condition), ...values.map(rewrite)] };
      }
      case 'Fn::FindInMap': {
        const [map, ...keys] = argument as [unknown, unknown, unknown];
        return { 'Fn::FindInMap': [typeof map === 'string' ? references.mapping(map) : map, ...keys.map(rewrite)] };
      }
      case 'Fn::Sub': {
        const [text, variables] = Array.isArray(argument) ? (argument as [string, object]) : [String(argument), {}];
        return { 'Fn::Sub': [text, { ...referencedIn(text), ...(rewrite(variables) as object) }] };
      }
      default:
        return { [name]: rewrite(argument) };
    }
  };

  /** What a text to fill in refers to by itself, as variables of its own. */
  const referencedIn = (text: string) =>
    Object.fromEntries(
      [...text.matchAll(/\$\{([^!}][^}]*)\}/g)].map(([, name = '']) => {
        const dot = name.indexOf('.');
        return [name, dot < 0 ? references.ref(name) : references.getAtt(name.slice(0, dot), name.slice(dot + 1))];
      }),
    );

  return rewrite;
}
