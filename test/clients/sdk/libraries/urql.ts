import { Client, type CombinedError, fetchExchange, subscriptionExchange } from '@urql/core';
import { getOperationAST, OperationTypeNode } from 'graphql';
import type { Connection, GraphqlLibrary } from './GraphqlLibrary.ts';

export async function urql({ endpoint, token, payroll }: Connection): Promise<GraphqlLibrary> {
  const authorization = await token();
  const client = new Client({
    url: endpoint,
    preferGetMethod: false,
    fetchOptions: { headers: { authorization } },
    exchanges: [
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query = '', variables }) => ({
          subscribe: (sink) =>
            payroll.observe(query, variables).subscribe({
              next: ({ data }) => sink.next({ data: data as Record<string, unknown> }),
              error: (error) => sink.error(error),
            }),
        }),
      }),
    ],
  });
  return {
    async execute(document, variables) {
      const isQuery = getOperationAST(document)?.operation === OperationTypeNode.QUERY;
      const { data, error } = await (isQuery
        ? client.query(document, variables)
        : client.mutation(document, variables));
      if (error) throw error;
      if (data === undefined) throw new Error('no answer');
      return data;
    },
    subscribe(document, variables, onMessage) {
      const { unsubscribe } = client.subscription(document, variables).subscribe(({ data }) => {
        if (data) onMessage(data);
      });
      return unsubscribe;
    },
    errorTypeOf: (error) =>
      ((error as CombinedError).graphQLErrors[0]?.originalError as { errorType?: string } | undefined)?.errorType,
  };
}
