/** The door of the package: what an application that runs itself on one machine needs. Everything else is inside. */
export type { AwsError } from './AwsError.ts';
export type { Caller } from './Caller.ts';
export { type Clock, SystemClock, VirtualClock } from './Clock.ts';
export type { Cloud } from './Cloud.ts';
export { DataDirectoryInUse } from './DataDirectoryLock.ts';
export { type Fault, type FaultPoint, type Faults, NO_FAULTS } from './Faults.ts';
export type { HttpAnswer } from './gateway/HttpExchange.ts';
export { staticPages } from './gateway/staticPages.ts';
export { type EngineReport, LocalAws, type LocalAwsOptions } from './LocalAws.ts';
export { OPERATOR_KEYS } from './RoleKeys.ts';
export { ScheduleExpression } from './scheduler/ScheduleExpression.ts';
export { loadTemplate } from './template/loadTemplate.ts';
export type { Resource, Template } from './template/Template.ts';
