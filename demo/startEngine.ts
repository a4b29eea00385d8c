import { join } from 'node:path';
import { LocalAws, type LocalAwsOptions } from 'cdk-local-engine';
import { PayrollClient } from '../clients/sdk/PayrollClient.ts';
import { signIn } from '../clients/sdk/signIn.ts';
import { sampleClock } from './sampleClock.ts';
import { createSampleUsers, SAMPLE_PASSWORD, type SampleUser } from './sampleUsers.ts';

export interface Engine {
  aws: LocalAws;
  /** A client that is signed in as one of the sample users. */
  clientOf: (user: SampleUser) => PayrollClient;
}

/** Starts the local engine from the synthesized template, with the sample users signed up, in the sample company's time. */
export async function startEngine(options: Omit<LocalAwsOptions, 'assembly'>): Promise<Engine> {
  const { clock = sampleClock(options.dataDirectory) } = options;
  const aws = new LocalAws({ ...options, clock, assembly: join(import.meta.dirname, '..', 'cdk.out') });
  await aws.start();
  await createSampleUsers(aws);
  return {
    aws,
    clientOf: ({ username }) =>
      new PayrollClient({
        endpoint: `${aws.endpoint}/graphql`,
        token: signIn({
          userPoolEndpoint: `${aws.endpoint}/cognito-idp`,
          userPoolClientId: aws.template.outputs['UserPoolClientId'] ?? '',
          username,
          password: SAMPLE_PASSWORD,
        }),
      }),
  };
}
