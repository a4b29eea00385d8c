import { type ClientError, GraphQLClient } from 'graphql-request';
import type { Connection, GraphqlLibrary } from './GraphqlLibrary.ts';

export function graphqlRequest({ endpoint, token }: Connection): GraphqlLibrary {
  const client = new GraphQLClient(endpoint, {
    requestMiddleware: async (request) => ({
      ...request,
      headers: { ...(request.headers as Record<string, string>), authorization: await token() },
    }),
  });
  return {
    execute: (document, variables) => client.request(document, ...([variables] as never)),
    errorTypeOf: (error) =>
      (error as ClientError & { response: { errors: { errorType: string }[] } }).response.errors[0]?.errorType,
  };
}
