import { Amplify } from 'aws-amplify';
import { generateClient } from 'aws-amplify/api';
import { ConsoleLogger } from 'aws-amplify/utils';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { serve } from './realtimeServer.ts';
import { answering, callerOfFields, testApi, tokenOf, unit, USER_POOL } from './testApi.ts';

interface Progress {
  runId: string;
  sequence: number;
}

const SCHEMA = `
  type Query { runProgress(runId: ID!): Progress }
  type Mutation { publishRunProgress(runId: ID!, sequence: Int): Progress @aws_iam }
  type Subscription {
    onRunProgress(runId: ID!): Progress @aws_subscribe(mutations: ["publishRunProgress"])
    onForbidden(runId: ID!): Progress @aws_subscribe(mutations: ["publishRunProgress"])
  }
  type Progress @aws_iam @aws_cognito_user_pools { runId: ID!  sequence: Int  user: String }`;

// The client warns of the refusal that one of the tests provokes.
ConsoleLogger.LOG_LEVEL = 'ERROR';

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** The real client, configured as the dashboard is, signed in with a token of the test's pool. */
async function signedIn() {
  const { api } = testApi({
    schema: SCHEMA,
    authentication: { ...USER_POOL, AdditionalAuthenticationProviders: [{ AuthenticationType: 'AWS_IAM' }] },
    resolvers: [
      unit('Query.runProgress', answering('({ runId: ctx.args.runId, sequence: 1, user: ctx.identity.username })')),
      unit('Mutation.publishRunProgress', answering('ctx.args')),
      unit('Subscription.onForbidden', answering('util.unauthorized()')),
    ],
  });
  const { port, close } = await serve(api);
  closing.push(close);
  // Node has a WebSocket of its own; the client takes the global one, as in a browser.
  Object.assign(globalThis, { WebSocket: globalThis.WebSocket ?? WebSocket });
  const accessToken = { toString: () => tokenOf({}), payload: { exp: 4_000_000_000 } };
  Amplify.configure(
    {
      API: {
        GraphQL: {
          endpoint: `ws://127.0.0.1:${port}/graphql`,
          customEndpoint: `http://127.0.0.1:${port}/graphql`,
          customEndpointRegion: 'us-east-1',
          region: 'us-east-1',
          defaultAuthMode: 'userPool',
        },
      },
    },
    {
      Auth: {
        tokenProvider: { getTokens: () => Promise.resolve({ accessToken }) },
        credentialsProvider: {
          getCredentialsAndIdentityId: () => Promise.resolve(undefined),
          clearCredentialsAndIdentityId: () => undefined,
        },
      },
    },
  );
  const publish = (runId: string, sequence: number) =>
    api.executeAs(callerOfFields('Mutation.publishRunProgress'), {
      query: 'mutation($r: ID!, $s: Int) { publishRunProgress(runId: $r, sequence: $s) { runId sequence } }',
      variables: { r: runId, s: sequence },
    });
  return { client: generateClient(), publish };
}

test('aws-amplify queries as a user', async () => {
  const { client } = await signedIn();
  const query = 'query($runId: ID!) { runProgress(runId: $runId) { runId sequence user } }';
  const answer = await client.graphql({ query, variables: { runId: 'r1' } });
  expect(answer).toMatchObject({ data: { runProgress: { runId: 'r1', sequence: 1, user: 'ada' } } });
});

test('aws-amplify subscribes as a user and gets what is published', async () => {
  const { client, publish } = await signedIn();
  const query = 'subscription($runId: ID!) { onRunProgress(runId: $runId) { runId sequence } }';
  const { promise, resolve, reject } = Promise.withResolvers<Progress>();
  const observable = client.graphql({ query, variables: { runId: 'r1' } }) as unknown as {
    subscribe(observer: object): { unsubscribe(): void };
  };
  const subscription = observable.subscribe({
    next: ({ data }: { data: { onRunProgress: Progress } }) => resolve(data.onRunProgress),
    error: reject,
  });
  // The client tells nobody when start_ack has come: publish until something arrives.
  let sequence = 0;
  while ((await Promise.race([promise, new Promise((tick) => setImmediate(tick))])) === undefined) {
    await publish('another', 0);
    await publish('r1', ++sequence);
  }
  expect(await promise).toMatchObject({ runId: 'r1', sequence: expect.any(Number) as unknown });
  subscription.unsubscribe();
});

test('aws-amplify hears why a subscription is refused', async () => {
  const { client } = await signedIn();
  const query = 'subscription($runId: ID!) { onForbidden(runId: $runId) { runId } }';
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const observable = client.graphql({ query, variables: { runId: 'r1' } }) as unknown as {
    subscribe(observer: object): { unsubscribe(): void };
  };
  const subscription = observable.subscribe({ next: resolve, error: resolve });
  expect(JSON.stringify(await promise)).toContain('Not Authorized to access onForbidden on type Subscription');
  subscription.unsubscribe();
});
