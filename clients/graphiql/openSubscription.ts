import { RealtimeConnection } from '../sdk/RealtimeConnection.ts';

/** A subscription on a connection of its own, as GraphiQL takes it: messages as they come, until it is stopped. */
export async function* openSubscription(
  graphqlUrl: string,
  token: string,
  query: string,
  variables: unknown,
): AsyncGenerator<object, void, undefined> {
  const { host } = new URL(graphqlUrl);
  const connection = new RealtimeConnection(`${graphqlUrl.replace(/^http/, 'ws')}/realtime`, host, token, WebSocket);
  const arrived: object[] = [];
  let ended: Error | undefined;
  let wake: () => void = () => {};
  try {
    await connection.subscribe(query, variables, token, {
      next: (payload) => {
        arrived.push(payload);
        wake();
      },
      closed: (error) => {
        ended = error;
        wake();
      },
    });
    for (;;) {
      yield* arrived.splice(0);
      if (ended) throw ended;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    connection.close();
  }
}
