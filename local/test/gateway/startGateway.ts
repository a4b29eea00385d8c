import type { AwsService } from '../../src/AwsService.ts';
import type { Caller } from '../../src/Caller.ts';
import type { Clock } from '../../src/Clock.ts';
import { Gateway } from '../../src/gateway/Gateway.ts';
import type { GatewayPorts } from '../../src/gateway/GatewayPorts.ts';
import { SigV4 } from '../../src/gateway/SigV4.ts';
import { ROOT } from '../testCloud.ts';

/** The one key that the test gateway knows, in the form that SDK clients take. */
export const CREDENTIALS = {
  accessKeyId: 'AKIALOCALTESTS',
  secretAccessKey: 'a secret of these tests',
  sessionToken: 'session',
};

const NOTHING: AwsService = { targetPrefix: 'Nothing', contentType: 'application/x-amz-json-1.1', call: () => ({}) };

/** A gateway on a free port, with empty ports except for those given. */
export async function startGateway(clock: Clock, ports: Partial<GatewayPorts> = {}, caller: Caller = ROOT) {
  const defects: unknown[] = [];
  const gateway = new Gateway({
    clock,
    signatures: new SigV4({
      clock,
      region: 'us-east-1',
      credentials: (accessKeyId, sessionToken) =>
        accessKeyId === CREDENTIALS.accessKeyId && sessionToken === CREDENTIALS.sessionToken
          ? { secretAccessKey: CREDENTIALS.secretAccessKey, caller }
          : undefined,
    }),
    graphql: {
      handleHttp: () =>
        Promise.resolve({ status: 200, headers: { 'content-type': 'application/json' }, body: '{"data":{}}' }),
      upgrade: (_request, socket) => socket.destroy(),
    },
    userPools: { ...NOTHING, wellKnown: () => Promise.resolve(undefined) },
    jsonServices: [],
    restServices: [],
    pages: () => undefined,
    onDefect: (error) => defects.push(error),
    ...ports,
  });
  const port = await gateway.listen(0);
  const endpoint = `http://127.0.0.1:${port}`;
  return { gateway, port, endpoint, defects, sdk: { endpoint, region: 'us-east-1', credentials: CREDENTIALS } };
}
