import { SendTaskSuccessCommand, SFNClient, TaskDoesNotExist, TaskTimedOut } from '@aws-sdk/client-sfn';

const stepFunctions = new SFNClient({});

/**
 * Lets the workflow continue from a step that waits for a token; safe to repeat. Answers whether the step was still waiting: a
 * wait that is over was answered before, or its execution has ended.
 */
export async function answerTask(taskToken: string, output: object): Promise<boolean> {
  try {
    await stepFunctions.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }));
    return true;
  } catch (error) {
    if (error instanceof TaskTimedOut || error instanceof TaskDoesNotExist) return false;
    throw error;
  }
}
