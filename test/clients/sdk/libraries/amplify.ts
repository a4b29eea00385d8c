import { Amplify } from 'aws-amplify';
import { generateClient } from 'aws-amplify/api';
import type { Connection, GraphqlLibrary } from './GraphqlLibrary.ts';

export function amplify({ endpoint, authMode, token }: Connection): GraphqlLibrary {
  const accessToken = async () => ({ toString: () => text, payload: {} });
  let text = '';
  const renew = async () => {
    text = await token();
    return text;
  };
  Amplify.configure(
    {
      API: {
        GraphQL: {
          // Amplify turns http into wss, which loopback does not speak; ws it leaves alone.
          endpoint: endpoint.replace('http', 'ws'),
          customEndpoint: endpoint,
          customEndpointRegion: 'us-east-1',
          region: 'us-east-1',
          defaultAuthMode: authMode,
        },
      },
    },
    {
      Auth: {
        tokenProvider: { getTokens: async () => (await renew(), { accessToken: await accessToken() }) },
        credentialsProvider: {
          getCredentialsAndIdentityId: () => Promise.resolve(undefined),
          clearCredentialsAndIdentityId: () => undefined,
        },
      },
    },
  );
  const client = generateClient();
  const ask = (document: unknown, variables: unknown, authToken: string) =>
    client.graphql({
      query: document as string,
      variables: variables as never,
      authMode,
      ...(authMode === 'lambda' ? { authToken } : {}),
    });
  return {
    async execute(document, variables) {
      const { data } = (await ask(document, variables, await renew())) as { data: never };
      return data;
    },
    subscribe(document, variables, onMessage) {
      const messages = ask(document, variables, text) as unknown as {
        subscribe(observer: object): { unsubscribe(): void };
      };
      const subscription = messages.subscribe({ next: ({ data }: { data: never }) => onMessage(data) });
      return () => subscription.unsubscribe();
    },
    errorTypeOf: (error) => (error as { errors: { errorType: string }[] }).errors[0]?.errorType,
  };
}
