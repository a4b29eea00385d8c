import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { DynamoDbBackend } from './DynamoDbBackend.ts';

/**
 * The folder that holds AWS's own DynamoDBLocal.jar, or why there is nothing to compare with. It is found in the npm
 * package `amplify-dynamodb-simulator`, or where DYNAMODB_LOCAL_JAR_DIRECTORY points.
 */
export function findDynamoDbLocal(): { directory: string } | { missing: string } {
  const directory = process.env['DYNAMODB_LOCAL_JAR_DIRECTORY'] ?? emulatorOfPackage();
  if (directory === undefined) {
    return { missing: 'install amplify-dynamodb-simulator, or set DYNAMODB_LOCAL_JAR_DIRECTORY' };
  }
  if (!existsSync(join(directory, 'DynamoDBLocal.jar'))) return { missing: `no DynamoDBLocal.jar in ${directory}` };
  if (spawnSync('java', ['-version']).status !== 0) return { missing: 'no Java on the path' };
  return { directory };
}

/** Starts DynamoDB Local in memory and without its telemetry; it takes about two seconds. */
export async function startDynamoDbLocal(directory: string): Promise<DynamoDbBackend> {
  const port = await freePort();
  const java = spawn(
    'java',
    [
      '-Xmx512m',
      '-Djava.library.path=./DynamoDBLocal_lib',
      '-jar',
      'DynamoDBLocal.jar',
      '-inMemory',
      '-disableTelemetry',
      '-port',
      String(port),
    ],
    { cwd: directory, stdio: 'ignore' },
  );
  const exited = new Promise<void>((resolve) => java.once('exit', () => resolve()));
  const endpoint = `http://127.0.0.1:${port}`;
  const deadlineMs = Date.now() + 180_000;
  while (!(await answers(endpoint))) {
    if (java.exitCode !== null || Date.now() > deadlineMs) {
      java.kill();
      throw new Error(`DynamoDB Local did not start (exit code ${java.exitCode})`);
    }
  }
  return {
    endpoint,
    async stop() {
      java.kill();
      await exited;
    },
  };
}

/** Whether something speaks HTTP there; a refused connection is tried again a little later. */
async function answers(endpoint: string): Promise<boolean> {
  try {
    await fetch(endpoint);
    return true;
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return false;
  }
}

function emulatorOfPackage(): string | undefined {
  try {
    const manifest = createRequire(import.meta.url).resolve('amplify-dynamodb-simulator/package.json');
    return join(dirname(manifest), 'emulator');
  } catch {
    return undefined;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
