/**
 * A process that a test kills: starts one execution on the data directory of its first argument, and prints what its
 * functions were asked. `hang` never answers, so the test knows where the process is when it ends it.
 */
import { readFileSync, writeSync } from 'node:fs';
import { settle, StateMachineRig } from './StateMachineRig.ts';

const [dataDirectory = '', definitionFile = ''] = process.argv.slice(2);
const say = (line: object) => writeSync(1, `${JSON.stringify(line)}\n`);
const rig = new StateMachineRig({
  dataDirectory,
  functions: {
    work: (payload: unknown) => {
      say({ work: payload });
      return payload;
    },
    hang: (payload: unknown) => {
      say({ hang: payload });
      return new Promise(() => undefined);
    },
    /** Takes a few turns of the event loop, as a real function does; the third call hangs. */
    third: async (n: number) => {
      await settle();
      say(n === 3 ? { hang: n } : { work: n });
      return n === 3 ? new Promise(() => undefined) : n;
    },
    token: (payload: unknown) => {
      say({ token: payload });
      setImmediate(() => setImmediate(() => say({ hang: 'token' })));
      return null;
    },
  },
});
rig.define(JSON.parse(readFileSync(definitionFile, 'utf8')) as object);
await rig.start({ run: 'run_1' }, 'run_1');
setInterval(() => undefined, 1_000);
