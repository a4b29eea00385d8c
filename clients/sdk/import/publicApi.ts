/* What the package exports as `./import`: files of employees and of hours, read, compared and written. */
export { exportEmployeesCsv, type EmployeesExport } from './exportEmployeesCsv.ts';
export { exportInputsCsv, type InputsExport } from './exportInputsCsv.ts';
export { inputsOnFile, previewInputsImport } from './inputsOnFile.ts';
export { previewEmployeeImport } from './onFile.ts';
export type { EmployeeChange, EmployeeImportPlan, PlannedEmployee } from './planEmployeeImport.ts';
export type { InputChange, PlannedInput } from './planInputsImport.ts';
export type { ReadCsvOptions } from './readCsv.ts';
export { type EmployeesFile, readEmployeesCsv } from './readEmployeesCsv.ts';
export { type InputsFile, readInputsCsv } from './readInputsCsv.ts';
export type { RowProblem } from './RowProblem.ts';
