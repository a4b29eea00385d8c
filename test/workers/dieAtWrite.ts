import { documentClient } from '../../table/documentClient.ts';

/** What a write that dies throws. */
export class Died extends Error {
  override readonly name = 'Died';
}

const WRITES: ReadonlySet<string> = new Set([
  'PutItemCommand',
  'UpdateItemCommand',
  'BatchWriteItemCommand',
  'TransactWriteItemsCommand',
  'BatchExecuteStatementCommand',
]);

/**
 * Lets the worker die at a write: everything up to it is written, it itself too when its answer is what is lost, and nothing
 * after it. Answers how many writes there were once the work ended.
 * @param at which write dies, from 1
 */
export async function dieAtWrite(
  at: number,
  when: 'BEFORE' | 'AFTER',
  work: () => Promise<unknown>,
): Promise<{ died: boolean; writes: number }> {
  let writes = 0;
  const name = 'dieAtWrite';
  documentClient.middlewareStack.add(
    (next, context) => async (args) => {
      if (!WRITES.has(context.commandName ?? '')) return next(args);
      writes += 1;
      if (writes > at || (writes === at && when === 'BEFORE')) throw new Died();
      const answer = await next(args);
      if (writes === at) throw new Died();
      return answer;
    },
    { step: 'initialize', name },
  );
  try {
    await work();
    return { died: false, writes };
  } catch (error) {
    if (!(error instanceof Died)) throw error;
    return { died: true, writes };
  } finally {
    documentClient.middlewareStack.remove(name);
  }
}
