import {
  DescribeExecutionCommand,
  type DescribeExecutionCommandOutput,
  ExecutionDoesNotExist,
  ExecutionNotRedrivable,
  RedriveExecutionCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { createHash } from 'node:crypto';

const stepFunctions = new SFNClient({});

/** The run's execution is named after it. */
const executionArnOf = (runId: string) =>
  `${(process.env['STATE_MACHINE_ARN'] ?? '').replace(':stateMachine:', ':execution:')}:${runId}`;

/** The execution of a run as Step Functions has it; undefined while none was started, and 90 days after it ended. */
export async function executionOf(runId: string): Promise<DescribeExecutionCommandOutput | undefined> {
  try {
    return await stepFunctions.send(new DescribeExecutionCommand({ executionArn: executionArnOf(runId) }));
  } catch (error) {
    if (error instanceof ExecutionDoesNotExist) return undefined;
    throw error;
  }
}

/**
 * Continues a failed execution at the step that failed.
 * @param intention what is asked for: the same one redrives once, however often it is sent
 */
export async function redriveExecution(runId: string, intention: string): Promise<void> {
  const clientToken = createHash('sha256').update(intention).digest('hex');
  try {
    await stepFunctions.send(new RedriveExecutionCommand({ executionArn: executionArnOf(runId), clientToken }));
  } catch (error) {
    // It runs again already: this is the second call.
    if (!(error instanceof ExecutionNotRedrivable)) throw error;
  }
}
