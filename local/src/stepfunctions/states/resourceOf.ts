import type { TaskState } from '../definition/StateMachineDefinition.ts';

/** What a Task's history events say about its integration. */
export function resourceOf({ integration }: TaskState): { resource: string; resourceType: string } {
  return { resource: integration.resource, resourceType: integration.resourceType };
}
