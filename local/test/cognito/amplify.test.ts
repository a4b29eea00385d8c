import { Amplify } from 'aws-amplify';
import { confirmSignIn, fetchAuthSession, getCurrentUser, signIn, signOut } from 'aws-amplify/auth';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { SystemClock } from '../../src/Clock.ts';
import type { Cloud } from '../../src/Cloud.ts';
import { UserPools } from '../../src/cognito/UserPools.ts';
import { startGateway } from '../gateway/startGateway.ts';
import { ROOT, testCloud } from '../testCloud.ts';

/* AWS's own client against the emulated pool, over the real wire. Amplify keeps real time, so the engine does too. */

const POOL = 'us-east-1_Payroll01';
const CLIENT = 'dashboardclient';
const PASSWORD = 'Correct-horse-1';

const cloud: Cloud = { ...testCloud(), clock: new SystemClock() };
let pools: UserPools;
let server: Awaited<ReturnType<typeof startGateway>>;

async function addUser(Username: string, Permanent: boolean): Promise<void> {
  await pools.call('AdminCreateUser', { UserPoolId: POOL, Username, MessageAction: 'SUPPRESS' }, ROOT);
  await pools.call('AdminSetUserPassword', { UserPoolId: POOL, Username, Password: PASSWORD, Permanent }, ROOT);
}

beforeAll(async () => {
  pools = new UserPools(cloud, { issuerBase: 'http://127.0.0.1:4000' });
  server = await startGateway(cloud.clock, { userPools: pools });
  pools.defineUserPool(POOL, { UsernameAttributes: ['email'] });
  const ExplicitAuthFlows = ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'];
  pools.defineClient(CLIENT, { UserPoolId: POOL, ExplicitAuthFlows });
  const userPoolEndpoint = `${server.endpoint}/cognito-idp`;
  Amplify.configure({ Auth: { Cognito: { userPoolId: POOL, userPoolClientId: CLIENT, userPoolEndpoint } } });
  await addUser('ada@example.com', true);
  await addUser('new@example.com', false);
});

afterEach(() => signOut());
afterAll(() => server.gateway.close());

test.each(['USER_PASSWORD_AUTH', 'USER_SRP_AUTH'] as const)(
  'signIn by %s gives tokens that AppSync accepts',
  async (authFlowType) => {
    const { isSignedIn } = await signIn({ username: 'ada@example.com', password: PASSWORD, options: { authFlowType } });
    expect(isSignedIn).toBe(true);
    const { tokens, userSub } = await fetchAuthSession();
    expect(await pools.verify(String(tokens?.accessToken))).toMatchObject({ sub: userSub, token_use: 'access' });
    expect(tokens?.idToken?.payload['email']).toBe('ada@example.com');
    expect((await getCurrentUser()).userId).toBe(userSub);
  },
);

test.each(['USER_PASSWORD_AUTH', 'USER_SRP_AUTH'] as const)(
  'a wrong password is refused by %s',
  async (authFlowType) => {
    const wrong = signIn({ username: 'ada@example.com', password: 'Wrong-horse-1', options: { authFlowType } });
    await expect(wrong).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Incorrect username or password.',
    });
  },
);

test('SRP holds for any password and verifier (numbers of every length)', async () => {
  for (let round = 0; round < 3; round++) {
    const username = `user${round}@example.com`;
    await addUser(username, true);
    expect(await signIn({ username, password: PASSWORD })).toMatchObject({ isSignedIn: true });
    await signOut();
  }
});

test('a temporary password leads through the new-password step', async () => {
  const { nextStep } = await signIn({ username: 'new@example.com', password: PASSWORD });
  expect(nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED');
  expect(await confirmSignIn({ challengeResponse: 'Another-horse-2' })).toMatchObject({ isSignedIn: true });
  await signOut();
  expect(await signIn({ username: 'new@example.com', password: 'Another-horse-2' })).toMatchObject({
    isSignedIn: true,
  });
});

test('a forced refresh brings a new access token of the same sign-in', async () => {
  await signIn({ username: 'ada@example.com', password: PASSWORD });
  const before = (await fetchAuthSession()).tokens?.accessToken;
  const after = (await fetchAuthSession({ forceRefresh: true })).tokens?.accessToken;
  expect(after?.payload.jti).not.toBe(before?.payload.jti);
  expect(after?.payload['origin_jti']).toBe(before?.payload['origin_jti']);
});

test.each([false, true])('signOut with global %s ends the session on the server too', async (global) => {
  await signIn({ username: 'ada@example.com', password: PASSWORD });
  const AccessToken = String((await fetchAuthSession()).tokens?.accessToken);
  await signOut({ global });
  expect((await fetchAuthSession()).tokens).toBeUndefined();
  await expect(pools.call('GetUser', { AccessToken }, ROOT)).rejects.toThrow('Access Token has been revoked');
});
