/* What the package exports as `.`: everything but the documents (`./operations`) and the React hooks (`./react`). */
export type { CommandInput, CommandPayload } from './Command.ts';
export { employeeInputOf } from './employeeInputOf.ts';
export type { ImportFileOptions } from './importFile.ts';
export {
  importEmployees,
  importEmployeesFile,
  type ImportOptions,
  importPayrollInputs,
  importPayrollInputsFile,
} from './importRows.ts';
export { addMoney, centsOf, compareMoney, formatMoney, type MoneyAmount, moneyOf, subtractMoney } from './money.ts';
export type { Observable } from './Observable.ts';
export { type Operation, textOf } from './Operation.ts';
export { type NodeOf, type Page, pages } from './pages.ts';
export { type CallOptions, PayrollClient } from './PayrollClient.ts';
export { type FaultCode, PayrollClientError } from './PayrollClientError.ts';
export type { PayrollClientOptions } from './PayrollClientOptions.ts';
export { isPayrollError, type PayrollError } from './PayrollError.ts';
export { PayrollRefusal, type RefusalReason } from './PayrollRefusal.ts';
export { isResting, isTerminal, phaseOf, RUN_PHASES, type RunPhase } from './runPhases.ts';
export { signIn, type UserPoolSignIn } from './signIn.ts';
export type { TokenSource } from './TokenSource.ts';
export {
  type InputsPlace,
  type RowResult,
  type UpsertAllOptions,
  upsertAllEmployees,
  upsertAllPayrollInputs,
} from './upsertAll.ts';
export type { RunSnapshot, WatchedRun, WatchRunOptions } from './WatchedRun.ts';
export type { RealtimeSocket, WebSocketClass } from './WebSocketClass.ts';
