import { AwsError } from '../AwsError.ts';
import type { BridgeEvent } from './BridgeEvent.ts';
import { compileEventPath } from './compileEventPath.ts';
import { DeliveryFailure } from './DeliveryFailure.ts';

/** The members of a rule's target that say what it receives. */
export interface TargetInputProperties {
  readonly Id: string;
  readonly Input?: string;
  readonly InputPath?: string;
  readonly InputTransformer?: {
    readonly InputPathsMap?: Readonly<Record<string, string>>;
    readonly InputTemplate: string;
  };
}

/** Where a placeholder of a template gets its value. */
type Variable = (event: BridgeEvent) => unknown;

/** Compiles what a target receives of an event, as text: the event itself, part of it, a constant or a template. */
export function compileTargetInput(target: TargetInputProperties, ruleArn: string): (event: BridgeEvent) => string {
  const { Input, InputPath, InputTransformer } = target;
  if ([Input, InputPath, InputTransformer].filter((given) => given !== undefined).length > 1) {
    throw new AwsError(
      'ValidationException',
      `Only one of Input, InputPath, or InputTransformer must be provided for target ${target.Id}.`,
    );
  }
  if (Input !== undefined) return () => Input;
  if (InputPath !== undefined) {
    const read = compileEventPath(InputPath);
    return (event) => JSON.stringify(read(event) ?? null);
  }
  if (InputTransformer) return compileTemplate(InputTransformer, target.Id, ruleArn);
  return (event) => JSON.stringify(event);
}

/**
 * Placeholders inside quotes become text, placeholders outside become JSON. A variable that the event has no value for
 * is the empty string. Objects and lists inside quotes lose their own quotes when the template is a text; when it is a
 * JSON document they keep them, so that the outcome is no JSON and is not delivered (all recorded from AWS).
 */
function compileTemplate(
  { InputPathsMap = {}, InputTemplate }: NonNullable<TargetInputProperties['InputTransformer']>,
  targetId: string,
  ruleArn: string,
): (event: BridgeEvent) => string {
  const variables = new Map<string, Variable>(Object.entries(reservedVariables(ruleArn)));
  for (const [name, path] of Object.entries(InputPathsMap)) {
    if (/^aws\./i.test(name))
      throw new AwsError('ValidationException', `InputPathsMap for target ${targetId} is invalid.`);
    variables.set(name, compileEventPath(path));
  }
  const pieces: ((event: BridgeEvent) => string)[] = [];
  const isJson = /^\s*[{[]/.test(InputTemplate);
  let isQuoted = false;
  for (const piece of InputTemplate.split(/(<[A-Za-z0-9_.-]+>)/)) {
    if (!/^<.*>$/.test(piece)) {
      for (const quote of piece.matchAll(/\\.|"/gs)) if (quote[0] === '"') isQuoted = !isQuoted;
      pieces.push(() => piece);
      continue;
    }
    const name = piece.slice(1, -1);
    const variable = variables.get(name);
    if (!variable) {
      throw new AwsError(
        'ValidationException',
        `InputTemplate for target ${targetId} contains invalid placeholder ${name}.`,
      );
    }
    const isInQuotes = isQuoted;
    pieces.push((event) => {
      const value = variable(event);
      if (isInQuotes && isJson && typeof value === 'object' && value !== null) {
        throw notDelivered(`<${name}> is inside quotes and the event has an object or a list for it`);
      }
      return isInQuotes ? asText(value) : asJson(value);
    });
  }
  const inputOf = (event: BridgeEvent) => pieces.map((piece) => piece(event)).join('');
  return isJson ? (event) => checkedJson(inputOf(event)) : inputOf;
}

function checkedJson(text: string): string {
  try {
    JSON.parse(text);
  } catch {
    throw notDelivered(`its outcome is not JSON: ${text.slice(0, 200)}`);
  }
  return text;
}

function notDelivered(reason: string): DeliveryFailure {
  return new DeliveryFailure('SDK_CLIENT_ERROR', `The InputTemplate is a JSON document, but ${reason}.`, false);
}

function reservedVariables(ruleArn: string): Record<string, Variable> {
  return {
    'aws.events.rule-arn': () => ruleArn,
    'aws.events.rule-name': () => ruleArn.slice(ruleArn.lastIndexOf('/') + 1),
    'aws.events.event.ingestion-time': (event) => event.time,
    'aws.events.event.json': (event) => event,
    // Without its detail, which JSON leaves out when undefined.
    'aws.events.event': ({ 'detail-type': detailType, ...rest }) => ({ ...rest, detailType, detail: undefined }),
  };
}

function asJson(value: unknown): string {
  return value === undefined ? '""' : JSON.stringify(value);
}

function asText(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return JSON.stringify(value).slice(1, -1);
  return JSON.stringify(value).replaceAll('"', '');
}
