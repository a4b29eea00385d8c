import { documentClient } from '../../table/documentClient.ts';

/** Does something else right before one of the writes of some work, as another worker would at that moment. */
export async function atWrite<Result>(
  at: number,
  meanwhile: () => Promise<void>,
  work: () => Promise<Result>,
): Promise<{ result: Result; writes: number }> {
  let writes = 0;
  const name = 'atWrite';
  documentClient.middlewareStack.add(
    (next, context) => async (args) => {
      const isWrite = /^(Put|Update|TransactWrite|BatchWrite|BatchExecute)/.test(context.commandName ?? '');
      if (isWrite && ++writes === at) {
        documentClient.middlewareStack.remove(name);
        await meanwhile();
      }
      return next(args);
    },
    { step: 'initialize', name },
  );
  try {
    return { result: await work(), writes };
  } finally {
    documentClient.middlewareStack.remove(name);
  }
}
