import type { AppSyncApi } from './appsync/AppSyncApi.ts';
import type { GraphqlEndpoint } from './gateway/GatewayPorts.ts';

/** AppSync as the gateway hands requests to it: text instead of bytes, one value for each header. */
export const graphqlEndpoint = (api: AppSyncApi): GraphqlEndpoint => ({
  handleHttp: ({ method, headers, body, queryString, sourceIp }) =>
    api.handleHttp({
      method,
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
      body: body.toString('utf8'),
      query: queryString,
      sourceIp,
    }),
  upgrade: (request, socket, head) => api.upgrade(request, socket, head),
});
