import type { Caller } from '../../Caller.ts';
import type { Engine } from '../Engine.ts';

/** One operation of the API: checks the request, asks whether `caller` may, answers or throws `AwsError`. */
export type Operation = (engine: Engine, input: Readonly<Record<string, unknown>>, caller: Caller) => unknown;
