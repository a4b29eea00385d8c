import { Amplify } from 'aws-amplify';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import { sessionStorage } from 'aws-amplify/utils';
import type { DashboardConfig } from './DashboardConfig.ts';

/** Points AWS's client at the API and the user pool. */
export function configureAmplify(config: DashboardConfig): void {
  const { graphqlUrl, region, userPoolId, userPoolClientId, userPoolEndpoint } = config;
  const api = graphqlUrl.startsWith('http://')
    ? // Amplify opens sockets to `wss://` only, unless the endpoint says `ws://`; requests then go to `customEndpoint`.
      {
        endpoint: graphqlUrl.replace('http://', 'ws://'),
        customEndpoint: graphqlUrl,
        customEndpointRegion: region,
        region,
        defaultAuthMode: 'userPool' as const,
      }
    : { endpoint: graphqlUrl, region, defaultAuthMode: 'userPool' as const };
  Amplify.configure({
    Auth: { Cognito: { userPoolId, userPoolClientId, ...(userPoolEndpoint ? { userPoolEndpoint } : {}) } },
    API: { GraphQL: api },
  });
  // A sign-in ends with its tab, and two tabs may be two people: who starts a run may not be who approves it.
  cognitoUserPoolsTokenProvider.setKeyValueStorage(sessionStorage);
}
