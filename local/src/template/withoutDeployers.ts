import type { Resource } from './Template.ts';

/**
 * The resources without the functions that CloudFormation calls for custom resources, and without the roles of those
 * functions. They work while a stack is deployed, on AWS, and never after; a custom resource whose work is missed here is
 * refused by its own type.
 */
export function withoutDeployers(resources: readonly Resource[]): Resource[] {
  const tokens = new Set(
    resources.filter(({ type }) => type.startsWith('Custom::')).map(({ properties }) => properties['ServiceToken']),
  );
  const isDeployer = ({ type, arn }: Resource) => type === 'AWS::Lambda::Function' && tokens.has(arn);
  const roles = new Set(resources.filter(isDeployer).map(({ properties }) => properties['Role']));
  return resources.filter(
    (resource) => !isDeployer(resource) && !(resource.type === 'AWS::IAM::Role' && roles.has(resource.arn)),
  );
}
