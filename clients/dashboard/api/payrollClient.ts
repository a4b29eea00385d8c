import { Amplify } from 'aws-amplify';
import { fetchAuthSession } from 'aws-amplify/auth';
import { PayrollClient } from '../../sdk/PayrollClient.ts';

/** The SDK's client as the signed-in user, with the endpoint and the tokens that Amplify has: for what the SDK does whole. */
export function payrollClient(): PayrollClient {
  const { endpoint = '', customEndpoint = endpoint } = Amplify.getConfig().API?.GraphQL ?? {};
  return new PayrollClient({
    endpoint: customEndpoint,
    token: async ({ forceRefresh }) => (await fetchAuthSession({ forceRefresh })).tokens?.accessToken.toString() ?? '',
  });
}
