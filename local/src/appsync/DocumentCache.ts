import {
  GraphQLError,
  Kind,
  Lexer,
  NoSchemaIntrospectionCustomRule,
  parse,
  Source,
  specifiedRules,
  TokenKind,
  validate,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { AwsError } from '../AwsError.ts';
import type { ErrorEntry } from './ErrorEntry.ts';
import type { Fragments } from './selectedFields.ts';
import { validationErrorEntry } from './validationErrorEntry.ts';

const MAX_TOKENS = 15_000;
/** Several times what AppSync lets a query go down, with lists and inputs within it. */
const MAX_NESTING = 500;
const MAX_CACHED_DOCUMENTS = 1_000;

/** A query text, parsed and validated once. */
export interface PreparedDocument {
  readonly text: string;
  readonly document: DocumentNode;
  readonly fragments: Fragments;
  readonly operations: readonly OperationDefinitionNode[];
  /** Not empty when the document may not be executed. */
  readonly validationErrors: readonly ErrorEntry[];
}

/** Prepares documents for one schema; the ones used last stay prepared. */
export class DocumentCache {
  readonly #schema: GraphQLSchema;
  readonly #rules: typeof specifiedRules;
  readonly #prepared = new Map<string, PreparedDocument>();

  constructor(schema: GraphQLSchema, introspection: 'ENABLED' | 'DISABLED') {
    this.#schema = schema;
    this.#rules = introspection === 'DISABLED' ? [...specifiedRules, NoSchemaIntrospectionCustomRule] : specifiedRules;
  }

  /** Throws `MalformedHttpRequestException` for text that is not GraphQL. */
  prepare(text: string): PreparedDocument {
    const known = this.#prepared.get(text);
    // Taken out and put back, so that the map's order is the order of last use.
    this.#prepared.delete(text);
    const prepared = known ?? this.#build(text);
    this.#prepared.set(text, prepared);
    if (this.#prepared.size > MAX_CACHED_DOCUMENTS) {
      for (const oldest of this.#prepared.keys()) {
        this.#prepared.delete(oldest);
        break;
      }
    }
    return prepared;
  }

  #build(text: string): PreparedDocument {
    const document = parsed(text);
    const fragments: Record<string, FragmentDefinitionNode> = {};
    const operations: OperationDefinitionNode[] = [];
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
      if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
    }
    const validationErrors = validate(this.#schema, document, this.#rules).map((error) =>
      validationErrorEntry(error, document),
    );
    return { text, document, fragments, operations, validationErrors };
  }
}

/** The operation to run. Throws `BadRequestException` when the name does not pick one. */
export function chosenOperation(
  prepared: PreparedDocument,
  operationName: string | undefined,
): OperationDefinitionNode {
  const [first, ...others] = prepared.operations;
  if (operationName === undefined && others.length > 0) {
    throw new AwsError('BadRequestException', 'Missing operation name.');
  }
  const operation =
    operationName === undefined
      ? first
      : prepared.operations.find((candidate) => candidate.name?.value === operationName);
  if (operation) return operation;
  throw new AwsError('BadRequestException', `Unknown operation named '${operationName ?? ''}'.`);
}

function parsed(text: string): DocumentNode {
  try {
    assertShallow(text);
    return parse(text, { maxTokens: MAX_TOKENS });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw notGraphql();
  }
}

/**
 * Refuses brackets too deep within each other, before the parser and the rules descend into them: how deep they can go
 * before the stack ends is different from one process to the next.
 */
function assertShallow(text: string): void {
  const lexer = new Lexer(new Source(text));
  let depth = 0;
  for (let count = 0; count <= MAX_TOKENS; count++) {
    const { kind } = lexer.advance();
    if (kind === TokenKind.EOF) return;
    if (OPENING.has(kind) && ++depth > MAX_NESTING) throw notGraphql();
    if (CLOSING.has(kind)) depth -= 1;
  }
}

const OPENING: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

const notGraphql = () => new AwsError('MalformedHttpRequestException', 'Unable to parse GraphQL query.');
