import {
  ApolloClient,
  ApolloLink,
  CombinedGraphQLErrors,
  HttpLink,
  InMemoryCache,
  Observable,
} from '@apollo/client/core';
import { SetContextLink } from '@apollo/client/link/context';
import { getOperationAST, OperationTypeNode, print } from 'graphql';
import type { Connection, GraphqlLibrary } from './GraphqlLibrary.ts';

export function apollo({ endpoint, token, payroll }: Connection): GraphqlLibrary {
  const authorized = new SetContextLink(async ({ headers }) => ({
    headers: { ...(headers as Record<string, string>), authorization: await token() },
  }));
  const realtime = new ApolloLink(
    ({ query, variables }) =>
      new Observable((observer) => {
        const { unsubscribe } = payroll.observe(print(query), variables).subscribe({
          next: ({ data }) => observer.next({ data: data as Record<string, unknown> }),
          error: (error) => observer.error(error),
        });
        return unsubscribe;
      }),
  );
  const client = new ApolloClient({
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      realtime,
      authorized.concat(new HttpLink({ uri: endpoint })),
    ),
    cache: new InMemoryCache(),
    defaultOptions: { query: { fetchPolicy: 'no-cache' }, mutate: { fetchPolicy: 'no-cache' } },
  });
  return {
    async execute(document, variables) {
      const isQuery = getOperationAST(document)?.operation === OperationTypeNode.QUERY;
      const { data } = isQuery
        ? await client.query({ query: document, variables: variables })
        : await client.mutate({ mutation: document, variables: variables });
      if (data === undefined) throw new Error('no answer');
      return data;
    },
    subscribe(document, variables, onMessage) {
      const subscription = client.subscribe({ query: document, variables: variables }).subscribe(({ data }) => {
        if (data) onMessage(data);
      });
      return () => subscription.unsubscribe();
    },
    errorTypeOf: (error) =>
      CombinedGraphQLErrors.is(error) ? (error.errors[0] as unknown as { errorType: string }).errorType : error,
  };
}
