import { StatesError } from '../StatesError.ts';

export function readerFailed(cause: string): StatesError {
  return new StatesError('States.ItemReaderFailed', cause);
}
