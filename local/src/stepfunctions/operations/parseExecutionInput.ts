import { AwsError } from '../../AwsError.ts';
import { Payload } from '../Payload.ts';
import { invalid, optionalStringOf } from './requestMembers.ts';

/** The `input` of a start request: any JSON, `{}` when absent. Throws `InvalidExecutionInput`. */
export function parseExecutionInput(input: Readonly<Record<string, unknown>>): Payload {
  const text = optionalStringOf(input, 'input') ?? '{}';
  const payload = Payload.ofText(text);
  if (payload.exceedsLimit) {
    throw invalid(
      "Value at 'input' failed to satisfy constraint: Member must have length less than or equal to 262144",
    );
  }
  try {
    JSON.parse(text);
  } catch (error) {
    throw new AwsError(
      'InvalidExecutionInput',
      `Invalid State Machine Execution Input: '${reason(text, error as Error)}'`,
    );
  }
  return payload;
}

/** In the words of the parser that AWS uses, for the mistakes that people make. */
function reason(text: string, error: Error): string {
  if (text.trim() === '') return 'Invalid execution input.';
  const token = /^\s*([A-Za-z]\w*)/.exec(text)?.[1];
  if (token)
    return `Unrecognized token '${token}': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')`;
  if (/^\s*\{\s*'/.test(text))
    return "Unexpected character (''' (code 39)): was expecting double-quote to start field name";
  return error.message;
}
