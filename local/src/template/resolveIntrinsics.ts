import { unsupported } from '../unsupported.ts';

/** What the intrinsic functions of a template can ask about. */
export interface Lookups {
  /** A parameter, pseudo parameter or resource. */
  ref(name: string): unknown;
  getAtt(logicalId: string, attribute: string): unknown;
  condition(name: string): boolean;
  mapping(map: string, firstKey: string, secondKey: string): unknown;
}

/** `AWS::NoValue`: the property or list member that has it is left out. */
export const NO_VALUE = Symbol('AWS::NoValue');

/**
 * Replaces every intrinsic function in a value of the template by its result. Unknown functions are refused by name.
 */
export function resolveIntrinsics(value: unknown, lookups: Lookups): unknown {
  const resolve = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(resolve).filter((member) => member !== NO_VALUE);
    if (typeof part !== 'object' || part === null) return part;
    const members = Object.entries(part);
    const [only] = members;
    if (members.length === 1 && only && isIntrinsic(...only)) return call(only[0], only[1]);
    return Object.fromEntries(
      members.map(([key, member]) => [key, resolve(member)] as const).filter(([, member]) => member !== NO_VALUE),
    );
  };

  const list = (argument: unknown): unknown[] => {
    const resolved = resolve(argument);
    return Array.isArray(resolved)
      ? (resolved as unknown[])
      : unsupported(`a list given as ${JSON.stringify(resolved)}`);
  };

  const condition = (argument: unknown): boolean => Boolean(resolve(argument));

  const call = (name: string, argument: unknown): unknown => {
    switch (name) {
      case 'Ref':
        return lookups.ref(String(argument));
      case 'Condition':
        return lookups.condition(String(argument));
      case 'Fn::GetAtt': {
        const [logicalId, ...attribute] = Array.isArray(argument) ? argument.map(String) : String(argument).split('.');
        return lookups.getAtt(logicalId ?? '', attribute.join('.'));
      }
      case 'Fn::Join': {
        const [delimiter, parts] = argument as [string, unknown];
        return list(parts).join(delimiter);
      }
      case 'Fn::Sub': {
        const [text, variables] = Array.isArray(argument)
          ? (argument as [string, Record<string, unknown>])
          : [argument, {}];
        return substitute(String(text), resolve(variables) as Record<string, unknown>);
      }
      case 'Fn::Select': {
        const [index, from] = argument as [unknown, unknown];
        return list(from)[Number(resolve(index))];
      }
      case 'Fn::Split': {
        const [delimiter, text] = argument as [string, unknown];
        return String(resolve(text)).split(delimiter);
      }
      case 'Fn::If': {
        const [name_, whenTrue, whenFalse] = argument as [string, unknown, unknown];
        return resolve(lookups.condition(name_) ? whenTrue : whenFalse);
      }
      case 'Fn::Equals': {
        const [left, right] = list(argument);
        return String(left) === String(right);
      }
      case 'Fn::And':
        return (argument as unknown[]).every(condition);
      case 'Fn::Or':
        return (argument as unknown[]).some(condition);
      case 'Fn::Not':
        return !(argument as unknown[]).every(condition);
      case 'Fn::FindInMap': {
        const [map, firstKey, secondKey] = list(argument).map(String);
        return lookups.mapping(map ?? '', firstKey ?? '', secondKey ?? '');
      }
      default:
        return unsupported(`the intrinsic function ${name}`);
    }
  };

  /** `${Name}` and `${Resource.Attribute}` are looked up, `${!literal}` stands for itself. */
  const substitute = (text: string, variables: Record<string, unknown>): string =>
    text.replaceAll(/\$\{([^}]*)\}/g, (_whole, name: string) => {
      if (name.startsWith('!')) return `\${${name.slice(1)}}`;
      if (Object.hasOwn(variables, name)) return String(variables[name]);
      const dot = name.indexOf('.');
      return String(dot < 0 ? lookups.ref(name) : lookups.getAtt(name.slice(0, dot), name.slice(dot + 1)));
    });

  return resolve(value);
}

/** A policy statement may have a member `Condition` as well, but that is an object. */
const isIntrinsic = (key: string, argument: unknown) =>
  key === 'Ref' || key.startsWith('Fn::') || (key === 'Condition' && typeof argument === 'string');
