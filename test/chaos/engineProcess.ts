/**
 * The service in a process of its own, so that a test can kill it: `engineProcess.ts <data directory> <port>`. Tells its
 * parent, once it listens, what a client needs to sign in.
 */
import type { Faults } from 'cdk-local-engine';
import { startEngine } from '../../demo/startEngine.ts';

const [, , dataDirectory = '', port = ''] = process.argv;

/** Every segment but the first dies at each attempt: whoever hears of the first one knows that the run is half done. */
let segments = 0;
/** An import kills the whole process before its fourth step: the file is read, and parts of it are taken or under way. */
let steps = 0;
const faults: Faults = {
  next: (point, target) => {
    if (point !== 'LAMBDA_BEFORE') return undefined;
    if (target.includes('RunImport') && ++steps === 4) process.kill(process.pid, 'SIGKILL');
    return target.includes('CalculateSegment') && ++segments > 1 ? 'CRASH' : undefined;
  },
};

const { aws } = await startEngine({ dataDirectory, port: Number(port), faults });
process.on('disconnect', () => process.exit());
process.send?.({ endpoint: aws.endpoint, userPoolClientId: aws.template.outputs['UserPoolClientId'] });
