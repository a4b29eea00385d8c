import type { TABLE } from '../table/definition.ts';

/**
 * A permission in the words of this house; `grantedPermission.ts` translates it. A grant also gives the worker the
 * address of what it may use, as an environment variable.
 */
export type Grant =
  /** What a transaction does counts one by one: it needs `PutItem` and `UpdateItem`. */
  | `table:${'GetItem' | 'BatchGetItem' | 'Query' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'BatchWriteItem' | 'ConditionCheckItem' | 'PartiQLInsert'}`
  | `index:${(typeof TABLE)['indexes'][number]['name']}`
  | 'idempotencyTable'
  | 'manifests:write'
  | 'manifests:read'
  | 'exports:write'
  | 'exports:read'
  | 'imports:write'
  | 'imports:read'
  | 'uploads:write'
  | 'uploads:read'
  | 'uploads:delete'
  | 'startQueue:send'
  | 'startQueue:receive'
  | 'payments:write'
  | 'payments:read'
  | 'outbox:write'
  | 'paymentQueue:send'
  | 'paymentQueue:receive'
  | 'fieldKey:generateDataKey'
  | 'fieldKey:decrypt'
  | 'deadLetters:receive'
  | 'deadLetters:delete'
  | 'bus:put'
  | 'stateMachine:start'
  | 'stateMachine:task'
  | 'stateMachine:redrive';

/** Doing again what was given up takes what doing it took. */
const REDRIVES: readonly Grant[] = [
  'deadLetters:receive',
  'deadLetters:delete',
  'table:GetItem',
  'table:Query',
  'table:PutItem',
  'table:UpdateItem',
  'table:ConditionCheckItem',
  'startQueue:send',
  'paymentQueue:send',
  'bus:put',
];

/** Bringing a run and its execution in step again: `workers/repair/followExecution.ts`. */
const FOLLOWS: readonly Grant[] = [
  'table:GetItem',
  'table:Query',
  'table:PutItem',
  'table:UpdateItem',
  'stateMachine:task',
  'stateMachine:redrive',
  'bus:put',
];

/** Everything that a worker may touch beyond its own log and trace. A worker that is not named may touch nothing. */
export const WORKER_GRANTS: Readonly<Record<string, readonly Grant[]>> = {
  // Answer fields.
  upsertCompany: ['table:GetItem', 'table:PutItem', 'table:UpdateItem', 'bus:put'],
  upsertPayGroup: ['table:GetItem', 'table:PutItem', 'bus:put'],
  upsertEmployees: [
    'table:GetItem',
    'table:BatchGetItem',
    'table:Query',
    'table:PutItem',
    'table:PartiQLInsert',
    'table:UpdateItem',
    'fieldKey:generateDataKey',
    'fieldKey:decrypt',
  ],
  upsertFundingAccount: ['table:GetItem', 'table:PutItem', 'fieldKey:generateDataKey', 'fieldKey:decrypt'],
  upsertPayrollInputs: [
    'table:GetItem',
    'table:BatchGetItem',
    'table:Query',
    'table:PutItem',
    'table:PartiQLInsert',
    'table:UpdateItem',
  ],
  listPayPeriods: ['table:GetItem'],
  listPayrollInputs: ['table:GetItem', 'table:BatchGetItem', 'table:Query'],
  explainPayslip: ['table:GetItem', 'table:BatchGetItem', 'table:Query', 'manifests:read'],
  verifyPayslip: ['table:GetItem', 'table:BatchGetItem', 'table:Query', 'manifests:read'],
  startPayrollRun: [
    'table:GetItem',
    'table:BatchGetItem',
    'table:PutItem',
    'table:UpdateItem',
    'table:ConditionCheckItem',
    'startQueue:send',
    'bus:put',
  ],
  decidePayrollRun: [...FOLLOWS, 'table:ConditionCheckItem'],
  changePayrollRun: [...FOLLOWS],
  findPayrollRun: ['table:GetItem'],
  findCommand: ['table:GetItem'],
  voidPayrollRun: ['table:GetItem', 'table:Query', 'table:PutItem', 'table:UpdateItem', 'startQueue:send', 'bus:put'],
  exportPayrollRun: ['table:GetItem', 'table:PutItem', 'table:UpdateItem', 'bus:put'],
  // The address of an upload lets its holder put that one object.
  operations: [
    'table:GetItem',
    'table:PutItem',
    'table:UpdateItem',
    'exports:read',
    'imports:read',
    'uploads:write',
    'uploads:read',
    'bus:put',
  ],
  renderPayslipDocument: [
    'table:GetItem',
    'table:BatchGetItem',
    'table:Query',
    'manifests:read',
    'exports:write',
    'exports:read',
  ],
  obligations: ['table:GetItem', 'table:BatchGetItem', 'table:Query', 'table:PutItem', 'index:runsByCompany'],
  changePayment: [
    'table:GetItem',
    'table:BatchGetItem',
    'table:Query',
    'table:PutItem',
    'table:UpdateItem',
    'payments:read',
    'payments:write',
    'paymentQueue:send',
    'fieldKey:decrypt',
    'bus:put',
  ],
  upsertHook: ['table:GetItem', 'table:PutItem'],
  deleteHook: ['table:GetItem', 'table:PutItem', 'table:DeleteItem'],
  completeRunHook: [...FOLLOWS],
  redrivePayrollRun: [...FOLLOWS, 'table:ConditionCheckItem'],
  listMyPayslips: ['table:GetItem', 'table:Query', 'index:runsByCompany'],
  listUpcomingPayrolls: ['table:GetItem', 'table:BatchGetItem'],
  previewPayslip: ['table:GetItem', 'table:BatchGetItem', 'table:Query'],
  readPayrollRegister: ['table:GetItem', 'table:Query'],
  diffPayrollRuns: ['table:GetItem', 'table:BatchGetItem', 'table:Query', 'index:runsByCompany', 'manifests:read'],
  listDeadLetters: ['deadLetters:receive'],
  redriveDeadLetters: [...REDRIVES],
  redriveEveryDeadLetter: [...REDRIVES],
  createApiKey: ['table:GetItem', 'table:PutItem'],
  revokeApiKey: ['table:GetItem', 'table:PutItem', 'table:UpdateItem'],

  // Start runs.
  startPlannedRun: [
    'table:GetItem',
    'table:BatchGetItem',
    'table:PutItem',
    'table:UpdateItem',
    'table:ConditionCheckItem',
    'startQueue:send',
    'bus:put',
  ],
  launchPayrollRun: ['startQueue:receive', 'idempotencyTable', 'stateMachine:start'],

  // Steps of the payroll run, and what follows when it fails.
  preparePayrollRun: [
    'table:GetItem',
    'table:BatchGetItem',
    'table:Query',
    'table:PutItem',
    'table:UpdateItem',
    'table:BatchWriteItem',
    'manifests:write',
    'manifests:read',
    'bus:put',
  ],
  calculateSegment: [
    'table:GetItem',
    'table:BatchGetItem',
    'table:Query',
    'table:UpdateItem',
    'table:BatchWriteItem',
    'manifests:read',
    'bus:put',
  ],
  reconcilePayrollRun: [
    'table:GetItem',
    'table:Query',
    'table:PutItem',
    'table:UpdateItem',
    'table:ConditionCheckItem',
    'index:runsByCompany',
    'bus:put',
  ],
  requestApproval: [
    'table:GetItem',
    'table:Query',
    'table:PutItem',
    'table:UpdateItem',
    'index:runsByCompany',
    'stateMachine:task',
    'bus:put',
  ],
  concludePayrollRun: ['table:GetItem', 'table:PutItem', 'table:UpdateItem', 'bus:put'],
  payPayrollRun: [
    'table:GetItem',
    'table:BatchGetItem',
    'table:Query',
    'table:PutItem',
    'table:UpdateItem',
    'manifests:read',
    'payments:write',
    'paymentQueue:send',
    'fieldKey:decrypt',
    'stateMachine:task',
    'bus:put',
  ],
  submitPayments: [
    'table:GetItem',
    'table:Query',
    'table:PutItem',
    'table:UpdateItem',
    'idempotencyTable',
    'payments:read',
    'outbox:write',
    'paymentQueue:receive',
    'stateMachine:task',
    'bus:put',
  ],
  postSegment: ['table:GetItem', 'table:BatchGetItem', 'table:Query', 'table:PutItem', 'table:UpdateItem'],
  finishPayrollRun: ['table:GetItem', 'table:Query', 'table:PutItem', 'table:UpdateItem', 'bus:put'],
  callHook: ['table:GetItem', 'table:UpdateItem', 'stateMachine:task', 'bus:put'],
  concludeHook: ['table:GetItem', 'table:UpdateItem'],
  stopPayrollRun: ['table:GetItem', 'table:Query', 'table:PutItem', 'table:UpdateItem', 'bus:put'],
  failPayrollRun: ['table:GetItem', 'table:Query', 'table:PutItem', 'table:UpdateItem', 'bus:put'],

  // Continue runs that stand still.
  continueStalledRuns: [...FOLLOWS, 'index:openRuns', 'startQueue:send', 'paymentQueue:send'],

  // Write exports.
  runExport: [
    'table:GetItem',
    'table:BatchGetItem',
    'table:Query',
    'table:UpdateItem',
    'manifests:read',
    'exports:write',
    'exports:read',
    'bus:put',
  ],

  // Take the rows of a file.
  runImport: [
    'table:GetItem',
    'table:BatchGetItem',
    'table:Query',
    'table:PutItem',
    'table:PartiQLInsert',
    'table:UpdateItem',
    'imports:write',
    'imports:read',
    'uploads:read',
    'uploads:delete',
    'fieldKey:generateDataKey',
    'fieldKey:decrypt',
    'bus:put',
  ],

  // Say who is calling.
  authorizePartner: ['table:GetItem'],
};
