import type { Given, MUTATION_INPUTS } from '../../clients/generated/inputShapes.ts';
import type { EmployeeInput, OpeningBalanceInput, PayrollInputInput } from '../../clients/generated/schema.ts';

/** Who called a mutation, as the resolver read it from the request's identity. Never taken from arguments. */
export interface MutationCaller {
  companyId: string;
  /** User id of a person, or `key:<id>` of a partner's API key: what a run's history shows. */
  actor: string;
  /** Of an API key: the person who made it, and who answers for what it does. */
  owner?: string;
}

export type MutationName = keyof typeof MUTATION_INPUTS;

/** Rows that their worker reads one by one with `readInput`: until then they are as they were sent. */
interface UnreadRows {
  upsertEmployees: { employees: EmployeeInput[] };
  upsertOpeningBalances: { balances: OpeningBalanceInput[] };
  upsertPayrollInputs: { inputs: PayrollInputInput[] };
}

type InputOf<Name extends MutationName> = Name extends keyof UnreadRows
  ? Omit<Given[(typeof MUTATION_INPUTS)[Name]], keyof UnreadRows[Name]> & UnreadRows[Name]
  : Given[(typeof MUTATION_INPUTS)[Name]];

/** A call of one of these mutations, with its input read. */
export type MutationEvent<Name extends MutationName = MutationName> = {
  [Each in Name]: { caller: MutationCaller; mutation: Each; input: InputOf<Each> };
}[Name];
