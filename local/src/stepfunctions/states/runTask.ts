import type { Branch } from '../Branch.ts';
import type { Outcome } from '../Outcome.ts';
import type { TaskState } from '../definition/StateMachineDefinition.ts';
import type { IntegrationCall } from '../integrations/Integration.ts';
import { MAX_TASK_TIMEOUT_SECONDS } from '../limits.ts';
import { Payload } from '../Payload.ts';
import { StatesError } from '../StatesError.ts';
import { EvaluationError, type Template, whileExecuting } from '../Template.ts';
import type { TaskWork } from '../Work.ts';
import { performTask } from './performTask.ts';
import { resourceOf } from './resourceOf.ts';

/** Schedules a Task, waits for its work, and shapes its result. A restart sends the same arguments and token again. */
export async function runTask(branch: Branch, state: TaskState): Promise<Outcome> {
  const { execution, position } = branch;
  const { integration } = state;
  const { work, args } =
    position.work?.kind === 'TASK'
      ? { work: position.work, args: scheduledArguments(branch, position.work) }
      : await schedule(branch, state);
  let result: Payload;
  try {
    result = await performTask(branch, state, work, args, callOf(branch));
    result.withinLimit(integration.resourceType === 'lambda' ? lambdaSubject(state) : integration.resourceType);
  } catch (thrown) {
    if (thrown instanceof StatesError) recordFailure(branch, state, thrown);
    throw thrown;
  } finally {
    if (work.token !== undefined) execution.callbacks.delete(work.token);
  }
  const succeeded = () => ({ output: result.text, outputDetails: { truncated: false } });
  if (integration.isBareFunction) branch.record('LambdaFunctionSucceeded', succeeded);
  else branch.record('TaskSucceeded', () => ({ ...succeeded(), ...resourceOf(state) }));
  return branch.complete(state, result, state.next, { result: result.value });
}

function lambdaSubject({ integration }: TaskState): string {
  return integration.isBareFunction ? integration.resource : integration.resourceType;
}

function callOf({ execution }: Branch): IntegrationCall {
  const { cloud } = execution.engine;
  return {
    cloud,
    caller: execution.caller,
    executionArn: execution.identity.arn,
    stateMachineArn: execution.identity.machine_arn,
  };
}

async function schedule(branch: Branch, state: TaskState): Promise<{ work: TaskWork; args: Payload }> {
  const { execution, position } = branch;
  const { integration } = state;
  const { cloud, counts } = execution.engine;
  const hasToken = integration.pattern === 'WAIT_FOR_TASK_TOKEN' && execution.id !== undefined;
  const work: TaskWork = {
    kind: 'TASK',
    token: hasToken ? execution.engine.issueTaskToken(execution.id ?? 0) : undefined,
    scheduledEventId: 0,
    deadlineMs: undefined,
    heartbeatSeconds: undefined,
    heartbeatDeadlineMs: undefined,
    submittedEventId: undefined,
    outcome: undefined,
  };
  position.work = work;
  try {
    const args = state.arguments
      ? Payload.of(await state.arguments.evaluate(branch.bindings(), branch.site)).withinLimit(state.name)
      : branch.input;
    const timeoutSeconds = await seconds(branch, state.timeoutSeconds);
    const heartbeatSeconds = await seconds(branch, state.heartbeatSeconds);
    const nowMs = cloud.clock.now();
    if (timeoutSeconds !== undefined) work.deadlineMs = nowMs + timeoutSeconds * 1000;
    if (heartbeatSeconds !== undefined) {
      work.heartbeatSeconds = heartbeatSeconds;
      work.heartbeatDeadlineMs = nowMs + heartbeatSeconds * 1000;
    }
    const limits = {
      ...(timeoutSeconds === undefined ? {} : { timeoutInSeconds: timeoutSeconds }),
      ...(heartbeatSeconds === undefined ? {} : { heartbeatInSeconds: heartbeatSeconds }),
    };
    if (integration.isBareFunction) {
      work.scheduledEventId = branch.record('LambdaFunctionScheduled', () => ({
        input: args.text,
        inputDetails: { truncated: false },
        resource: integration.resource,
        ...limits,
      }));
      branch.record('LambdaFunctionStarted');
    } else {
      work.scheduledEventId = branch.record('TaskScheduled', () => ({
        parameters: args.text,
        region: cloud.region,
        ...resourceOf(state),
        ...limits,
      }));
      branch.record('TaskStarted', () => resourceOf(state));
    }
    counts.taskStarts++;
    execution.moved(branch);
    execution.checkpoint();
    return { work, args };
  } catch (thrown) {
    position.work = undefined;
    throw thrown;
  }
}

async function seconds(branch: Branch, template: Template | undefined): Promise<number | undefined> {
  const value = await template?.evaluateAs('number', branch.bindings(), branch.site);
  if (template && value !== undefined && (!Number.isInteger(value) || value < 1 || value > MAX_TASK_TIMEOUT_SECONDS)) {
    throw new EvaluationError(
      `${whileExecuting(branch.site)} The field '${template.field}' must be an integer between 1 and ${MAX_TASK_TIMEOUT_SECONDS}, but was: ${value}`,
      template.field,
    );
  }
  return value;
}

function scheduledArguments({ execution }: Branch, { scheduledEventId }: TaskWork): Payload {
  const details = execution.event(scheduledEventId)?.details;
  return Payload.ofText((details?.['parameters'] ?? details?.['input'] ?? 'null') as string);
}

function recordFailure(branch: Branch, state: TaskState, failure: StatesError): void {
  const { error, cause } = failure;
  const isTimeout = error === 'States.Timeout';
  const why = { ...(cause === undefined ? {} : { cause }), ...(error === undefined ? {} : { error }) };
  if (state.integration.isBareFunction) {
    branch.record(isTimeout ? 'LambdaFunctionTimedOut' : 'LambdaFunctionFailed', () => why);
  } else {
    branch.record(isTimeout ? 'TaskTimedOut' : 'TaskFailed', () => ({ ...why, ...resourceOf(state) }));
  }
}
