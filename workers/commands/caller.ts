/** Who called a mutation, as the resolver read it from the request's identity. Never taken from arguments. */
export interface MutationCaller {
  companyId: string;
  /** User id of a person, or `key:<id>` of a partner's API key: what a run's history shows. */
  actor: string;
}

/** What every mutation resolver hands to its worker. */
export interface MutationEvent<Input> {
  caller: MutationCaller;
  mutation: string;
  input: Input & { idempotencyKey: string };
}
