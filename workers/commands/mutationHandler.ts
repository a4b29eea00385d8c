import { MUTATION_INPUTS } from '../../clients/generated/inputShapes.ts';
import type { MutationCaller, MutationEvent, MutationName } from './MutationEvent.ts';
import { readInput } from './readInput.ts';
import { type UserError, userErrorOf } from './userErrors.ts';

/** What a mutation's resolver sends: the input is as the client gave it, with nulls. */
interface UnreadEvent {
  caller: MutationCaller;
  mutation: MutationName;
  input: unknown;
}

/** What every worker of a mutation answers, beside what it found or made. */
interface MutationAnswer {
  replayed: boolean;
  userErrors: UserError[];
}

type Found<Answer extends MutationAnswer> = Omit<Answer, keyof MutationAnswer>;

/**
 * The handler of a worker that answers mutations: reads the input by the contract, refuses what does not fit, and hands the
 * worker what is left: no nulls, the contract's defaults, everything within its limits.
 * @param nothing what a refusal answers for members that the contract never leaves out, such as `results: []`
 */
export const mutationHandler =
  <Name extends MutationName, Answer extends MutationAnswer>(
    answer: (event: MutationEvent<Name>) => Promise<Answer>,
    ...[nothing]: object extends Found<Answer> ? [] : [nothing: Found<Answer>]
  ) =>
  async ({ caller, mutation, input }: UnreadEvent): Promise<Answer> => {
    const read = readInput(MUTATION_INPUTS[mutation], input);
    if (!read.ok)
      return { ...nothing, replayed: false, userErrors: [userErrorOf(read.error)] } as Answer & typeof nothing;
    return answer({ caller, mutation, input: read.value } as MutationEvent<Name>);
  };
