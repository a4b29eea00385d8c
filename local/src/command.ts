#!/usr/bin/env -S node --disable-warning=ExperimentalWarning
/** The command `cdk-local-engine`: runs a cloud assembly until it is stopped. */
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AwsError } from './AwsError.ts';
import { DataDirectoryInUse } from './DataDirectoryLock.ts';
import { LocalAws } from './LocalAws.ts';
import { OPERATOR_KEYS } from './RoleKeys.ts';
import { UnsupportedLocally } from './unsupported.ts';

const USAGE = `Usage: cdk-local-engine [assembly] [options]

Runs the one stack of a cloud assembly on this machine, from what "cdk synth" wrote.

  assembly            the cloud assembly (default: cdk.out)
  --port N            the port to listen on, 0 for any free one (default: 4000)
  --account ID        twelve digits (default: 000000000000)
  --region NAME       (default: us-east-1)
  --data-dir FOLDER   what survives a restart (default: .cdk-local-engine)
  --help`;

/** An error that the person at the terminal can put right: told without a stack. */
class UsageError extends Error {}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: 'string', default: '4000' },
      account: { type: 'string' },
      region: { type: 'string' },
      'data-dir': { type: 'string', default: '.cdk-local-engine' },
      help: { type: 'boolean', default: false },
    },
  });
  const [assembly = 'cdk.out', ...others] = positionals;
  if (others.length > 0) throw new UsageError(`There is one assembly, but "${others.join(' ')}" was given as well.`);
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535)
    throw new UsageError(`--port is "${values.port}"; it must be from 0 (any free port) to 65535.`);
  return { ...values, port, assembly: resolve(assembly), dataDirectory: resolve(values['data-dir']) };
}

async function run(): Promise<void> {
  const { port, assembly, dataDirectory, account, region, help } = readArguments();
  if (help) return console.log(USAGE);
  if (!existsSync(assembly))
    throw new UsageError(`There is no cloud assembly in ${assembly}. Write one with "cdk synth".`);
  const aws = new LocalAws({
    assembly,
    dataDirectory,
    port: port === 0 ? await freePort() : port,
    ...(account !== undefined && { accountId: account }),
    ...(region !== undefined && { region }),
    log: (line) => console.error(line),
  });
  await aws.start();
  const stop = () => void aws.stop().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const { notEmulated } = aws.report();
  if (notEmulated.length > 0) {
    console.log(`Without effect here:`);
    for (const line of notEmulated) console.log(`  ${line}`);
  }
  for (const [name, value] of Object.entries(aws.template.outputs)) console.log(`${name} = ${value}`);
  console.log(`
AWS_ENDPOINT_URL=${aws.endpoint}
AWS_REGION=${aws.cloud.region}
AWS_ACCESS_KEY_ID=${OPERATOR_KEYS.accessKeyId}
AWS_SECRET_ACCESS_KEY=${OPERATOR_KEYS.secretAccessKey}

Ready at ${aws.endpoint}. Stop: Ctrl-C`);
}

/** A port of loopback that nothing listens on at this moment. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

function explain(error: unknown): string | undefined {
  const { code, message } = error as NodeJS.ErrnoException;
  if (error instanceof UsageError || code?.startsWith('ERR_PARSE_ARGS')) return `${message}\n\n${USAGE}`;
  if (code === 'EADDRINUSE') return 'The port is taken. Choose another with --port, or 0 for any free one.';
  const isTold = [DataDirectoryInUse, UnsupportedLocally, AwsError, RangeError].some((kind) => error instanceof kind);
  return isTold ? message : undefined;
}

await run().catch((error: unknown) => {
  console.error(explain(error) ?? error);
  process.exit(1);
});
