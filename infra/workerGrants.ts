import type { TABLE } from '../table/definition.ts';

/**
 * A permission in the words of this house; `grantedPermission.ts` translates it. A grant also gives the worker the
 * address of what it may use, as an environment variable.
 */
export type Grant =
  /** What a transaction does counts one by one: it needs `PutItem` and `UpdateItem`. */
  | `table:${'GetItem' | 'BatchGetItem' | 'Query' | 'PutItem' | 'UpdateItem' | 'BatchWriteItem'}`
  | `index:${(typeof TABLE)['indexes'][number]['name']}`
  | 'idempotencyTable'
  | 'manifests:write'
  | 'manifests:read'
  | 'startQueue:send'
  | 'startQueue:receive'
  | 'bus:put'
  | 'stateMachine:start'
  | 'stateMachine:task';

/** Everything that a worker may touch beyond its own log and trace. A worker that is not named may touch nothing. */
export const WORKER_GRANTS: Readonly<Record<string, readonly Grant[]>> = {
  // Answer fields.
  upsertCompany: ['table:GetItem', 'table:PutItem', 'table:UpdateItem'],
  upsertPayGroup: ['table:GetItem', 'table:PutItem'],
  upsertEmployees: ['table:GetItem', 'table:BatchGetItem', 'table:PutItem', 'table:UpdateItem'],
  upsertPayrollInputs: ['table:GetItem', 'table:BatchGetItem', 'table:PutItem'],
  listPayPeriods: ['table:GetItem'],
  explainPayslip: ['table:GetItem', 'table:BatchGetItem', 'table:Query', 'manifests:read'],
  verifyPayslip: ['table:GetItem', 'table:BatchGetItem', 'table:Query', 'manifests:read'],
  startPayrollRun: ['table:GetItem', 'table:PutItem', 'startQueue:send', 'bus:put'],
  decidePayrollRun: ['table:GetItem', 'table:PutItem', 'table:UpdateItem', 'stateMachine:task', 'bus:put'],
  createApiKey: ['table:GetItem', 'table:PutItem'],
  revokeApiKey: ['table:GetItem', 'table:PutItem', 'table:UpdateItem'],

  // Start runs.
  startDuePayrollRuns: [
    'table:GetItem',
    'table:PutItem',
    'index:groupsThatStartAutomatically',
    'startQueue:send',
    'bus:put',
  ],
  launchPayrollRun: ['startQueue:receive', 'idempotencyTable', 'stateMachine:start'],

  // Steps of the payroll run, and what follows when it fails.
  preparePayrollRun: [
    'table:GetItem',
    'table:Query',
    'table:PutItem',
    'table:UpdateItem',
    'manifests:write',
    'bus:put',
  ],
  calculateSegment: [
    'table:GetItem',
    'table:BatchGetItem',
    'table:Query',
    'table:UpdateItem',
    'table:BatchWriteItem',
    'bus:put',
  ],
  reconcilePayrollRun: ['table:GetItem', 'table:Query', 'table:PutItem', 'table:UpdateItem', 'bus:put'],
  requestApproval: ['table:GetItem', 'table:PutItem', 'table:UpdateItem', 'stateMachine:task', 'bus:put'],
  concludePayrollRun: ['table:GetItem', 'table:PutItem', 'table:UpdateItem', 'bus:put'],
  failPayrollRun: ['table:GetItem', 'table:PutItem', 'table:UpdateItem', 'bus:put'],

  // Say who is calling.
  authorizePartner: ['table:GetItem'],
};
