import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DataDirectoryLock } from '../src/DataDirectoryLock.ts';
import { emptyDataDirectory } from './testCloud.ts';

test('a second process is refused, with the name of the first, until that one ends, were it by kill -9', async () => {
  const directory = emptyDataDirectory();
  const script = join(import.meta.dirname, 'lockingProcess.ts');
  const first = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, directory]);
  await once(first.stdout, 'data');
  expect(() => new DataDirectoryLock(directory)).toThrow(
    `The data directory ${directory} is in use by process ${first.pid}. Stop that process (kill ${first.pid})`,
  );
  first.kill('SIGKILL');
  await once(first, 'exit');
  new DataDirectoryLock(directory).close();
});

test('so is a second engine of the same process', () => {
  const directory = emptyDataDirectory();
  const lock = new DataDirectoryLock(directory);
  expect(() => new DataDirectoryLock(directory)).toThrow(`is in use by process ${process.pid}`);
  lock.close();
  new DataDirectoryLock(directory).close();
});
