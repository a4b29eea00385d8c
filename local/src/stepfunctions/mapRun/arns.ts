import type { StateMachineType } from '../definition/StateMachineDefinition.ts';

/** `arn:aws:states:R:A:mapRun:Machine/Label:uuid`. */
export function mapRunArn(machineArn: string, label: string, uuid: string): string {
  return `${machineArn.replace(':stateMachine:', ':mapRun:')}/${label}:${uuid}`;
}

/** Children are executions of `Machine/Label`; an Express child's ARN names its map run too. */
export function childArn(
  machineArn: string,
  label: string,
  type: StateMachineType,
  mapRunUuid: string,
  name: string,
): string {
  return type === 'STANDARD'
    ? `${machineArn.replace(':stateMachine:', ':execution:')}/${label}:${name}`
    : `${machineArn.replace(':stateMachine:', ':express:')}/${label}:${mapRunUuid}:${name}`;
}

/** All children of a map run's label, as the policy names them that lets a machine redrive them. */
export function childrenArn({ machine_arn, label }: { machine_arn: string; label: string }): string {
  return `${machine_arn.replace(':stateMachine:', ':execution:')}/${label}:*`;
}
