import { cpSync } from 'node:fs';
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Cloud } from '../../src/Cloud.ts';
import { UserPools } from '../../src/cognito/UserPools.ts';
import { startGateway } from '../gateway/startGateway.ts';
import { callerAllowed, ROOT, testCloud } from '../testCloud.ts';

const POOL = 'us-east-1_Payroll01';
const POOL_ARN = `arn:aws:cognito-idp:us-east-1:000000000000:userpool/${POOL}`;
const CLIENT = 'dashboardclient';
const ISSUER_BASE = 'http://127.0.0.1:4000';
const EMAIL = 'Ada@example.com';
const PASSWORD = 'Correct-horse-1';
const TRIGGER = 'arn:aws:lambda:us-east-1:000000000000:function:claims';
const DAY_MS = 86_400_000;

const POOL_PROPERTIES = {
  UsernameAttributes: ['email'],
  AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
  Schema: [{ Name: 'companyId', AttributeDataType: 'String', Mutable: true }],
};
const CLIENT_PROPERTIES = {
  UserPoolId: POOL,
  ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  AccessTokenValidity: 15,
  TokenValidityUnits: { AccessToken: 'minutes' },
};

type Tokens = { AccessToken: string; IdToken: string; RefreshToken: string; ExpiresIn: number };

function poolsOf(cloud: Cloud, pool: object = {}, client: object = {}): UserPools {
  const pools = new UserPools(cloud, { issuerBase: ISSUER_BASE });
  pools.defineUserPool(POOL, { ...POOL_PROPERTIES, ...pool });
  pools.defineClient(CLIENT, { ...CLIENT_PROPERTIES, ...client });
  for (const GroupName of ['PayrollAdmin', 'PayrollViewer']) pools.defineGroup({ GroupName, UserPoolId: POOL });
  return pools;
}

async function addAda(pools: UserPools, permanent = true): Promise<void> {
  const UserAttributes = [
    { Name: 'email', Value: EMAIL },
    { Name: 'email_verified', Value: 'true' },
    { Name: 'custom:companyId', Value: 'com_1' },
  ];
  const user = { UserPoolId: POOL, Username: EMAIL };
  await pools.call(
    'AdminCreateUser',
    { ...user, UserAttributes, MessageAction: 'SUPPRESS', TemporaryPassword: 'Temporary-1' },
    ROOT,
  );
  if (permanent) await pools.call('AdminSetUserPassword', { ...user, Password: PASSWORD, Permanent: true }, ROOT);
  await pools.call('AdminAddUserToGroup', { ...user, GroupName: 'PayrollAdmin' }, ROOT);
}

async function signIn(pools: UserPools, PASSWORD_: string = PASSWORD, USERNAME: string = EMAIL): Promise<Tokens> {
  const request = {
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId: CLIENT,
    AuthParameters: { USERNAME, PASSWORD: PASSWORD_ },
  };
  const answer = (await pools.call('InitiateAuth', request, ROOT)) as { AuthenticationResult: Tokens };
  return answer.AuthenticationResult;
}

const refresh = (pools: UserPools, RefreshToken: string) =>
  pools.call('GetTokensFromRefreshToken', { ClientId: CLIENT, RefreshToken }, ROOT) as Promise<{
    AuthenticationResult: Tokens;
  }>;

let cloud: ReturnType<typeof testCloud>;
let pools: UserPools;

/** A pool with one signed-up user and its key, made once: making keys and hashing passwords is slow on purpose. */
const prepared = testCloud();

beforeAll(async () => {
  const first = poolsOf(prepared);
  await addAda(first);
  await signIn(first);
  first.close();
});

function cloudWithAda(overrides: Partial<Cloud> = {}): typeof cloud {
  const copy = testCloud(overrides);
  cpSync(prepared.dataDirectory, copy.dataDirectory, { recursive: true });
  return copy;
}

beforeEach(() => {
  cloud = cloudWithAda();
  pools = poolsOf(cloud);
});

describe('tokens', () => {
  test('carry the claims that Cognito gives them', async () => {
    const { AccessToken, IdToken, ExpiresIn } = await signIn(pools);
    const nowSeconds = cloud.clock.now() / 1000;
    const iss = `${ISSUER_BASE}/${POOL}`;
    const access = decodeJwt(AccessToken);
    expect(access).toMatchObject({
      iss,
      token_use: 'access',
      client_id: CLIENT,
      scope: 'aws.cognito.signin.user.admin',
    });
    expect(access).toMatchObject({
      'cognito:groups': ['PayrollAdmin'],
      auth_time: nowSeconds,
      iat: nowSeconds,
      exp: nowSeconds + 900,
    });
    expect(access['username']).toBe(access.sub);
    for (const absent of ['email', 'aud', 'custom:companyId']) expect(access).not.toHaveProperty(absent);
    const id = decodeJwt(IdToken);
    expect(id).toMatchObject({
      iss,
      token_use: 'id',
      aud: CLIENT,
      email: EMAIL,
      email_verified: true,
      'custom:companyId': 'com_1',
    });
    expect(id).toMatchObject({
      'cognito:username': access.sub,
      'cognito:groups': ['PayrollAdmin'],
      exp: nowSeconds + 3600,
      sub: access.sub,
    });
    expect(id['origin_jti']).toBe(access['origin_jti']);
    expect(ExpiresIn).toBe(900);
    expect(decodeProtectedHeader(AccessToken)).toMatchObject({ alg: 'RS256', kid: expect.any(String) as string });
  });

  test('are accepted by any library through the JWKS', async () => {
    const server = await startGateway(cloud.clock, { userPools: pools });
    const configuration = await fetch(`${server.endpoint}/${POOL}/.well-known/openid-configuration`);
    expect(await configuration.json()).toMatchObject({ issuer: `${ISSUER_BASE}/${POOL}` });
    const keys = createRemoteJWKSet(new URL(`${server.endpoint}/${POOL}/.well-known/jwks.json`));
    const { IdToken } = await signIn(pools);
    const { payload } = await jwtVerify(IdToken, keys, { audience: CLIENT, currentDate: new Date(cloud.clock.now()) });
    expect(payload['email']).toBe(EMAIL);
    await server.gateway.close();
  });

  test('stay good over a restart, because the key is kept', async () => {
    const { AccessToken } = await signIn(pools);
    expect(await poolsOf(cloud).verify(AccessToken)).toMatchObject({ client_id: CLIENT });
  });

  test('of an unknown client, another pool, or with a changed claim are not accepted', async () => {
    const { AccessToken } = await signIn(pools);
    const [head, , signature] = AccessToken.split('.');
    const forged = Buffer.from(
      JSON.stringify({ ...decodeJwt(AccessToken), 'cognito:groups': ['PayrollApprover'] }),
    ).toString('base64url');
    const refusal = {
      code: 'UnauthorizedException',
      statusCode: 401,
      message: 'You are not authorized to make this call.',
    };
    await expect(pools.verify(`${head}.${forged}.${signature}`)).rejects.toMatchObject(refusal);
    pools.defineUserPool('us-east-1_Other', POOL_PROPERTIES);
    await expect(pools.verify(AccessToken, 'us-east-1_Other')).rejects.toMatchObject(refusal);
    const withoutClient = new UserPools(cloud, { issuerBase: ISSUER_BASE });
    withoutClient.defineUserPool(POOL, POOL_PROPERTIES);
    await expect(withoutClient.verify(AccessToken)).rejects.toMatchObject(refusal);
    await expect(pools.verify('nonsense')).rejects.toMatchObject({
      code: 'UnauthorizedException',
      message: 'Unable to parse JWT token.',
    });
  });

  test('expire by the clock, also when they have been seen before', async () => {
    const { AccessToken } = await signIn(pools);
    await cloud.clock.advance(899_000);
    await pools.verify(AccessToken);
    await cloud.clock.advance(1_000);
    await expect(pools.verify(AccessToken)).rejects.toMatchObject({ message: 'Token has expired.' });
  });
});

describe('signing in', () => {
  test('an e-mail address is the same in any case', async () => {
    expect(await signIn(pools, PASSWORD, 'ADA@EXAMPLE.COM')).toHaveProperty('AccessToken');
  });

  test('a wrong password and a missing user read the same when the client hides users', async () => {
    await expect(signIn(pools, 'wrong')).rejects.toMatchObject({
      code: 'NotAuthorizedException',
      message: 'Incorrect username or password.',
    });
    await expect(signIn(pools, PASSWORD, 'bob@example.com')).rejects.toMatchObject({ code: 'UserNotFoundException' });
    const hiding = poolsOf(cloud, {}, { PreventUserExistenceErrors: 'ENABLED' });
    await expect(signIn(hiding, PASSWORD, 'bob@example.com')).rejects.toMatchObject({ code: 'NotAuthorizedException' });
  });

  test('five wrong passwords lock the user, for longer each time, and a right one frees him', async () => {
    for (let attempt = 0; attempt < 5; attempt++) await expect(signIn(pools, 'wrong')).rejects.toThrow('Incorrect');
    await expect(signIn(pools)).rejects.toThrow('Password attempts exceeded');
    await cloud.clock.advance(1_001);
    await expect(signIn(pools, 'wrong')).rejects.toThrow('Incorrect');
    await cloud.clock.advance(1_001);
    await expect(signIn(pools)).rejects.toThrow('Password attempts exceeded');
    await cloud.clock.advance(1_000);
    expect(await signIn(pools)).toHaveProperty('AccessToken');
    await expect(signIn(pools, 'wrong')).rejects.toThrow('Incorrect');
    expect(await signIn(pools)).toHaveProperty('AccessToken');
  });

  test('only flows that the client enables are open', async () => {
    const srpOnly = poolsOf(cloud, {}, { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] });
    await expect(signIn(srpOnly)).rejects.toMatchObject({
      code: 'InvalidParameterException',
      message: 'USER_PASSWORD_AUTH flow not enabled for this client',
    });
  });

  test('a temporary password must be replaced, and runs out after seven days', async () => {
    const fresh = testCloud();
    const temporary = poolsOf(fresh);
    await addAda(temporary, false);
    const initiate = () =>
      temporary.call(
        'InitiateAuth',
        {
          AuthFlow: 'USER_PASSWORD_AUTH',
          ClientId: CLIENT,
          AuthParameters: { USERNAME: EMAIL, PASSWORD: 'Temporary-1' },
        },
        ROOT,
      );
    const challenge = (await initiate()) as { ChallengeName: string; Session: string };
    expect(challenge).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' });
    const respond = (NEW_PASSWORD: string) =>
      temporary.call(
        'RespondToAuthChallenge',
        {
          ChallengeName: 'NEW_PASSWORD_REQUIRED',
          ClientId: CLIENT,
          Session: challenge.Session,
          ChallengeResponses: { USERNAME: EMAIL, NEW_PASSWORD },
        },
        ROOT,
      );
    await expect(respond('short')).rejects.toMatchObject({ code: 'InvalidPasswordException' });
    await fresh.clock.advance(8 * DAY_MS);
    await expect(initiate()).rejects.toThrow('Temporary password has expired');
    await expect(respond(PASSWORD)).rejects.toThrow('session is expired');
  });

  test('a session answers one challenge once', async () => {
    const fresh = poolsOf(testCloud());
    await addAda(fresh, false);
    const request = {
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: CLIENT,
      AuthParameters: { USERNAME: EMAIL, PASSWORD: 'Temporary-1' },
    };
    const { Session } = (await fresh.call('InitiateAuth', request, ROOT)) as { Session: string };
    const answer = (NEW_PASSWORD: string) => ({
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      ClientId: CLIENT,
      Session,
      ChallengeResponses: { USERNAME: EMAIL, NEW_PASSWORD },
    });
    await fresh.call('RespondToAuthChallenge', answer(PASSWORD), ROOT);
    await expect(fresh.call('RespondToAuthChallenge', answer('Another-password-1'), ROOT)).rejects.toThrow(
      'session is expired',
    );
    expect(await signIn(fresh)).toHaveProperty('AccessToken');
  });
});

describe('refresh and revocation', () => {
  test('a refresh token gives new tokens of the same sign-in until it runs out', async () => {
    const first = await signIn(pools);
    await cloud.clock.advance(29 * DAY_MS);
    const { AuthenticationResult } = await refresh(pools, first.RefreshToken);
    expect(AuthenticationResult).not.toHaveProperty('RefreshToken');
    const [before, after] = [decodeJwt(first.AccessToken), decodeJwt(AuthenticationResult.AccessToken)];
    expect(after).toMatchObject({
      origin_jti: before['origin_jti'],
      auth_time: before['auth_time'],
      iat: cloud.clock.now() / 1000,
    });
    await cloud.clock.advance(2 * DAY_MS);
    await expect(refresh(pools, first.RefreshToken)).rejects.toMatchObject({ message: 'Refresh Token has expired' });
  });

  test('RevokeToken ends one sign-in, GlobalSignOut all of them', async () => {
    const [one, two, three] = [await signIn(pools), await signIn(pools), await signIn(pools)];
    await pools.call('RevokeToken', { Token: one.RefreshToken, ClientId: CLIENT }, ROOT);
    await expect(refresh(pools, one.RefreshToken)).rejects.toMatchObject({ message: 'Refresh Token has been revoked' });
    await expect(pools.call('GetUser', { AccessToken: one.AccessToken }, ROOT)).rejects.toMatchObject({
      message: 'Access Token has been revoked',
    });
    await pools.call('GlobalSignOut', { AccessToken: two.AccessToken }, ROOT);
    await expect(refresh(pools, three.RefreshToken)).rejects.toMatchObject({
      message: 'Refresh Token has been revoked',
    });
    expect(await pools.verify(three.AccessToken), 'AppSync takes a revoked token until it expires').toHaveProperty(
      'sub',
    );
  });

  test('a refresh token is of use to its own client only', async () => {
    pools.defineClient('other', CLIENT_PROPERTIES);
    const { RefreshToken } = await signIn(pools);
    await expect(pools.call('GetTokensFromRefreshToken', { ClientId: 'other', RefreshToken }, ROOT)).rejects.toThrow(
      'Invalid Refresh Token',
    );
  });

  test('GetUser answers the attributes of the token owner', async () => {
    const { AccessToken } = await signIn(pools);
    const { UserAttributes } = (await pools.call('GetUser', { AccessToken }, ROOT)) as { UserAttributes: object[] };
    expect(UserAttributes).toContainEqual({ Name: 'custom:companyId', Value: 'com_1' });
  });
});

describe('the pre token generation trigger', () => {
  const withTrigger = (respond: (event: Record<string, never>) => object, version = 'V2_0') => {
    const events: Record<string, never>[] = [];
    const own = cloudWithAda({
      invokeLambda: (arn, event) => {
        events.push(event as Record<string, never>);
        return Promise.resolve(arn === TRIGGER ? respond(event as Record<string, never>) : {}) as ReturnType<
          Cloud['invokeLambda']
        >;
      },
    });
    const LambdaConfig = {
      PreTokenGeneration: TRIGGER,
      PreTokenGenerationConfig: { LambdaArn: TRIGGER, LambdaVersion: version },
    };
    return { triggered: poolsOf(own, { LambdaConfig }), events };
  };
  const answering = (claimsAndScopeOverrideDetails: object) => (event: object) => ({
    payload: { ...event, response: { claimsAndScopeOverrideDetails } },
  });

  test('puts claims into both tokens, takes some away, and changes groups and scopes', async () => {
    const { triggered, events } = withTrigger(
      answering({
        accessTokenGeneration: {
          claimsToAddOrOverride: { companyId: 'com_1', employeeId: 'emp_1' },
          scopesToAdd: ['payroll/read'],
        },
        idTokenGeneration: { claimsToAddOrOverride: { tier: 2 }, claimsToSuppress: ['email'] },
        groupOverrideDetails: { groupsToOverride: ['PayrollViewer'] },
      }),
    );
    const { AccessToken, IdToken, RefreshToken } = await signIn(triggered);
    expect(await triggered.verify(AccessToken)).toMatchObject({
      companyId: 'com_1',
      employeeId: 'emp_1',
      scope: 'aws.cognito.signin.user.admin payroll/read',
      'cognito:groups': ['PayrollViewer'],
    });
    const id = decodeJwt(IdToken);
    expect(id).toMatchObject({ tier: 2, 'cognito:groups': ['PayrollViewer'] });
    expect(id).not.toHaveProperty('email');
    await refresh(triggered, RefreshToken);
    expect(events[0]).toMatchObject({
      version: '2',
      triggerSource: 'TokenGeneration_Authentication',
      region: 'us-east-1',
      userPoolId: POOL,
      userName: id.sub,
      callerContext: { clientId: CLIENT },
      request: {
        userAttributes: {
          email: EMAIL,
          email_verified: 'true',
          'custom:companyId': 'com_1',
          'cognito:user_status': 'CONFIRMED',
          sub: id.sub,
        },
        groupConfiguration: { groupsToOverride: ['PayrollAdmin'] },
        scopes: ['aws.cognito.signin.user.admin'],
      },
      response: { claimsAndScopeOverrideDetails: null },
    });
    expect(events[1]).toMatchObject({ triggerSource: 'TokenGeneration_RefreshTokens' });
  });

  test('that throws, answers no event, or touches a claim of Cognito stops the sign-in', async () => {
    const thrown = withTrigger(() => ({
      functionError: { errorType: 'Error', errorMessage: 'no such company' },
    }));
    await expect(signIn(thrown.triggered)).rejects.toMatchObject({
      code: 'UserLambdaValidationException',
      message: 'PreTokenGeneration failed with error no such company.',
    });
    const empty = withTrigger(() => ({ payload: null }));
    await expect(signIn(empty.triggered)).rejects.toMatchObject({ code: 'InvalidLambdaResponseException' });
    const forging = withTrigger(answering({ accessTokenGeneration: { claimsToAddOrOverride: { sub: 'somebody' } } }));
    await expect(signIn(forging.triggered)).rejects.toMatchObject({ code: 'InvalidLambdaResponseException' });
  });

  test('that changes nothing leaves the tokens alone, in version 3 too', async () => {
    const { triggered, events } = withTrigger((event) => ({ payload: event }), 'V3_0');
    expect(await signIn(triggered)).toHaveProperty('AccessToken');
    expect(events[0]).toMatchObject({ version: '3' });
  });
});

describe('administration', () => {
  test('asks IAM for each operation on the pool', async () => {
    const input = { UserPoolId: POOL, Username: EMAIL };
    await expect(
      pools.call('AdminGetUser', input, callerAllowed(`cognito-idp:AdminCreateUser ${POOL_ARN}`)),
    ).rejects.toMatchObject({
      code: 'AccessDeniedException',
    });
    expect(
      await pools.call('AdminGetUser', input, callerAllowed(`cognito-idp:AdminGetUser ${POOL_ARN}`)),
    ).toMatchObject({
      UserStatus: 'CONFIRMED',
      UserCreateDate: cloud.clock.now() / 1000,
    });
  });

  test.each([
    [
      'the same user twice',
      'AdminCreateUser',
      { Username: 'ADA@example.com', MessageAction: 'SUPPRESS' },
      'UsernameExistsException',
    ],
    [
      'an undeclared attribute',
      'AdminCreateUser',
      { Username: 'b@c.d', MessageAction: 'SUPPRESS', UserAttributes: [{ Name: 'custom:x', Value: '1' }] },
      'InvalidParameterException',
    ],
    [
      'a weak password',
      'AdminSetUserPassword',
      { Username: EMAIL, Password: 'password1!' },
      'InvalidPasswordException',
    ],
    [
      'a group that is not there',
      'AdminAddUserToGroup',
      { Username: EMAIL, GroupName: 'Nobody' },
      'ResourceNotFoundException',
    ],
    ['a user who is not there', 'AdminGetUser', { Username: 'nobody' }, 'UserNotFoundException'],
    ['SignUp', 'SignUp', { ClientId: CLIENT, Username: 'b@c.d', Password: PASSWORD }, 'NotAuthorizedException'],
  ])('refuses %s', async (_case, operation, input, code) => {
    await expect(pools.call(operation, { UserPoolId: POOL, ...input }, ROOT)).rejects.toMatchObject({ code });
  });

  test('sends no invitation silently: what would mail is refused by name', async () => {
    await expect(pools.call('AdminCreateUser', { UserPoolId: POOL, Username: 'b@c.d' }, ROOT)).rejects.toThrow(
      'invitation',
    );
    await expect(pools.call('ForgotPassword', { ClientId: CLIENT, Username: EMAIL }, ROOT)).rejects.toThrow(
      'ForgotPassword of Cognito',
    );
  });
});

describe('definitions', () => {
  test.each([
    ['the PostConfirmation trigger', () => poolsOf(cloud, { LambdaConfig: { PostConfirmation: TRIGGER } })],
    [
      'version V1_0',
      () =>
        poolsOf(cloud, { LambdaConfig: { PreTokenGenerationConfig: { LambdaArn: TRIGGER, LambdaVersion: 'V1_0' } } }),
    ],
    ['MfaConfiguration ON', () => poolsOf(cloud, { MfaConfiguration: 'ON' })],
    ['AliasAttributes', () => poolsOf(cloud, { AliasAttributes: ['email'] })],
    ['a secret', () => poolsOf(cloud, {}, { GenerateSecret: true })],
    ['RefreshTokenRotation', () => poolsOf(cloud, {}, { RefreshTokenRotation: { Feature: 'ENABLED' } })],
  ])('%s is refused by name', (name, define) => {
    expect(define).toThrow(name);
  });
});

describe('a user who leaves', () => {
  let pools: UserPools;
  const ada = { UserPoolId: POOL, Username: EMAIL };
  const administer = (operation: string, more: object = {}) => pools.call(operation, { ...ada, ...more }, ROOT);

  beforeEach(async () => {
    pools = poolsOf(testCloud());
    await addAda(pools);
  });

  test('is out of the group in the next token, and that they leave twice is no error', async () => {
    await administer('AdminAddUserToGroup', { GroupName: 'PayrollViewer' });
    await administer('AdminRemoveUserFromGroup', { GroupName: 'PayrollAdmin' });
    await administer('AdminRemoveUserFromGroup', { GroupName: 'PayrollAdmin' });
    expect(decodeJwt((await signIn(pools)).IdToken)['cognito:groups']).toEqual(['PayrollViewer']);
    await expect(administer('AdminRemoveUserFromGroup', { GroupName: 'Nobody' })).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
    });
  });

  test('and is disabled can neither sign in nor refresh, until enabled again', async () => {
    const { RefreshToken, AccessToken } = await signIn(pools);
    await administer('AdminDisableUser');
    expect(await administer('AdminGetUser')).toMatchObject({ Enabled: false });
    await expect(signIn(pools)).rejects.toMatchObject({ code: 'NotAuthorizedException', message: 'User is disabled.' });
    await expect(refresh(pools, RefreshToken)).rejects.toMatchObject({ code: 'NotAuthorizedException' });
    await expect(pools.call('GetUser', { AccessToken }, ROOT)).rejects.toMatchObject({
      message: 'Access Token has been revoked',
    });
    await administer('AdminEnableUser');
    expect(await signIn(pools)).toHaveProperty('AccessToken');
    await expect(refresh(pools, RefreshToken), 'the old sign-in stays over').rejects.toThrow('revoked');
  });

  test('and is deleted is unknown, and may be created anew without the old groups', async () => {
    const { RefreshToken } = await signIn(pools);
    await administer('AdminDeleteUser');
    await expect(administer('AdminGetUser')).rejects.toMatchObject({ code: 'UserNotFoundException' });
    await expect(refresh(pools, RefreshToken)).rejects.toMatchObject({ code: 'NotAuthorizedException' });
    await pools.call('AdminCreateUser', { ...ada, MessageAction: 'SUPPRESS', TemporaryPassword: 'Temporary-1' }, ROOT);
    await administer('AdminSetUserPassword', { Password: PASSWORD, Permanent: true });
    expect(decodeJwt((await signIn(pools)).IdToken)['cognito:groups']).toBeUndefined();
  });

  test.each([
    'AdminDeleteUser',
    'AdminDisableUser',
    'AdminEnableUser',
    'AdminRemoveUserFromGroup',
    'AdminUserGlobalSignOut',
  ])('%s needs its own right', async (operation) => {
    const input = { ...ada, GroupName: 'PayrollAdmin' };
    await expect(pools.call(operation, input, callerAllowed())).rejects.toMatchObject({
      code: 'AccessDeniedException',
    });
    await pools.call(operation, input, callerAllowed(`cognito-idp:${operation} ${POOL_ARN}`));
  });

  test('and is signed out everywhere must sign in again', async () => {
    const { RefreshToken } = await signIn(pools);
    await administer('AdminUserGlobalSignOut');
    await expect(refresh(pools, RefreshToken)).rejects.toThrow('revoked');
  });
});
