import type { LocalAws } from 'cdk-local-engine';

/** What Step Functions says of a run's execution: `RUNNING`, `SUCCEEDED`, ... */
export async function executionStatus({ cloud, operator, template }: LocalAws, runId: string): Promise<string> {
  const stateMachineArn = String(template.outputs['StateMachineArn']);
  const executionArn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${runId}`;
  const answer = await cloud.call('AWSStepFunctions', 'DescribeExecution', { executionArn }, operator);
  return (answer as { status: string }).status;
}
