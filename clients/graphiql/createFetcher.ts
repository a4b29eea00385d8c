import type { GraphiQL } from 'graphiql';
import { getOperationAST, OperationTypeNode } from 'graphql';
import type { ComponentProps } from 'react';
import type { Identity } from './Identity.ts';
import { openSubscription } from './openSubscription.ts';

type Fetcher = ComponentProps<typeof GraphiQL>['fetcher'];

/**
 * Sends GraphiQL's operations as the person that `identity` answers at that moment: queries and mutations by HTTP, with the answer shown as it came, errors and
 * all; subscriptions over AppSync's real-time protocol.
 */
export function createFetcher(graphqlUrl: string, identity: () => Identity): Fetcher {
  return async (params, { documentAST } = {}) => {
    const operation = documentAST && getOperationAST(documentAST, params.operationName);
    const token = await identity().token();
    if (operation?.operation === OperationTypeNode.SUBSCRIPTION) {
      return openSubscription(graphqlUrl, token, params.query, params.variables ?? {});
    }
    const response = await fetch(graphqlUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: token },
      body: JSON.stringify(params),
    });
    return (await response.json()) as object;
  };
}
