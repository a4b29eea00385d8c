/** The input of a mutation; the idempotency key may be left to the client, which makes a new one for each call. */
export type CommandInput<Input extends { idempotencyKey: string }> = Omit<Input, 'idempotencyKey'> & {
  idempotencyKey?: string;
};

/** What the one mutation of an operation answers. */
export type CommandPayload<Result> = NonNullable<Result[keyof Result]>;
