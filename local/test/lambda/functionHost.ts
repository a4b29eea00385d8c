import { onTestFinished } from 'vitest';
import type { Cloud } from '../../src/Cloud.ts';
import type { FunctionDefinition } from '../../src/lambda/FunctionDefinition.ts';
import { Lambda } from '../../src/lambda/Lambda.ts';
import type { LambdaOptions } from '../../src/lambda/LambdaOptions.ts';
import { ROOT, testCloud } from '../testCloud.ts';
import { bundled } from './bundled.ts';

/** An account with one Lambda host, closed when the test is over. */
export function functionHost(options: Partial<LambdaOptions> = {}, overrides: Partial<Cloud> = {}) {
  const cloud = testCloud(overrides);
  const lambda = new Lambda(cloud, {
    endpointUrl: 'http://127.0.0.1:1',
    credentialsOf: (roleArn) => ({ accessKeyId: 'AKIDLOCAL', secretAccessKey: roleArn, sessionToken: 'token' }),
    dispatch: () => Promise.reject(new Error('this test provides no gateway')),
    ...options,
  });
  onTestFinished(() => lambda.close());

  /** Defines a function with this source, and answers how to invoke it. */
  async function deploy(source: string, settings: Partial<FunctionDefinition> = {}) {
    const name = settings.name ?? 'worker';
    const arn = `arn:aws:lambda:us-east-1:000000000000:function:${name}`;
    lambda.defineFunction({
      arn,
      name,
      codeDirectory: await bundled(source),
      handler: 'index.handler',
      environment: {},
      timeoutSeconds: 3,
      memoryMegabytes: 256,
      roleArn: `arn:aws:iam::000000000000:role/${name}-role`,
      runtime: 'nodejs24.x',
      architecture: 'arm64',
      ...settings,
    });
    return (payload: unknown = {}) => lambda.invoke(arn, payload, ROOT);
  }
  return { cloud, lambda, deploy };
}
