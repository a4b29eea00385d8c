'use client';
/* What the package exports as `./react`. */
export { PayrollProvider, usePayrollClient } from './PayrollProvider.ts';
export { type CommandState, useCommand } from './useCommand.ts';
export { type PagesState, usePages } from './usePages.ts';
export { type PayrollRunState, usePayrollRun } from './usePayrollRun.ts';
export { type RunProgressState, useRunProgress } from './useRunProgress.ts';
