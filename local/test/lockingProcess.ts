/** A process that a test kills: takes the data directory of its first argument, says so, and stays. */
import { DataDirectoryLock } from '../src/DataDirectoryLock.ts';

const lock = new DataDirectoryLock(process.argv[2] ?? '');
console.log('locked');
setInterval(() => lock, 1_000);
