import type { LocalAws } from 'cdk-local-engine';

/** Invokes a worker beside the service, as an operator would, and throws what it throws. */
export async function invokeWorker(
  { lambda, template, operator }: LocalAws,
  name: string,
  input: object,
): Promise<void> {
  const worker = template
    .resourcesOfType('AWS::Lambda::Function')
    .find(({ logicalId }) => logicalId.startsWith(`Workers${name}`));
  if (!worker?.arn) throw new Error(`there is no worker ${name}`);
  const outcome = await lambda.invoke(worker.arn, input, operator);
  if (outcome.functionError) throw new Error(`${name} failed: ${outcome.functionError.errorMessage}`);
}
