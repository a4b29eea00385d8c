import {
  buildASTSchema,
  concatAST,
  GraphQLError,
  isScalarType,
  Kind,
  parse,
  validateSchema,
  type GraphQLScalarType,
  type GraphQLSchema,
} from 'graphql';
import { AwsError } from '../AwsError.ts';
import { SCALARS } from './scalars.ts';

const MAX_SCHEMA_BYTES = 1_000_000;

/** What AppSync adds to every schema. */
const AMBIENT = parse(`
  directive @aws_api_key on OBJECT | FIELD_DEFINITION
  directive @aws_iam on OBJECT | FIELD_DEFINITION
  directive @aws_oidc on OBJECT | FIELD_DEFINITION
  directive @aws_lambda on OBJECT | FIELD_DEFINITION
  directive @aws_cognito_user_pools(cognito_groups: [String]) on OBJECT | FIELD_DEFINITION
  directive @aws_auth(cognito_groups: [String]) on FIELD_DEFINITION
  directive @aws_subscribe(mutations: [String]) on FIELD_DEFINITION
  ${[...SCALARS.keys()].map((name) => `scalar ${name}`).join('\n')}
`);

/**
 * Builds an executable schema from the API's own definitions, with AppSync's directives and scalars known.
 * Throws `GraphQLSchemaException` for what AppSync would not accept.
 */
export function buildApiSchema(definitions: string): GraphQLSchema {
  if (definitions.trim() === '') {
    throw new AwsError('GraphQLSchemaException', 'No schema definition exists.', { statusCode: 502 });
  }
  if (Buffer.byteLength(definitions) > MAX_SCHEMA_BYTES) {
    throw new AwsError('GraphQLSchemaException', 'The schema document exceeds 1 MB.');
  }
  try {
    const own = parse(definitions);
    for (const definition of own.definitions) {
      if (definition.kind === Kind.SCALAR_TYPE_DEFINITION) {
        throw new GraphQLError(`Custom scalar '${definition.name.value}' is not supported.`);
      }
    }
    const schema = buildASTSchema(concatAST([AMBIENT, own]));
    for (const error of validateSchema(schema)) throw error;
    for (const [name, scalar] of SCALARS) adopt(schema, name, scalar);
    return schema;
  } catch (error) {
    if (error instanceof GraphQLError) throw new AwsError('GraphQLSchemaException', error.message);
    throw error;
  }
}

/** Gives a scalar that was only named in the definitions its behaviour. */
function adopt(schema: GraphQLSchema, name: string, behaviour: GraphQLScalarType): void {
  const named = schema.getType(name);
  if (!isScalarType(named)) return;
  named.serialize = behaviour.serialize;
  named.parseValue = behaviour.parseValue;
  named.parseLiteral = behaviour.parseLiteral;
}
