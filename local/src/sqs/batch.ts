import { AwsError } from '../AwsError.ts';
import { Parameters } from './Parameters.ts';
import { QUERY_ERROR_HEADER, sqsError } from './sqsError.ts';

export interface BatchAnswer {
  Successful: object[];
  Failed: object[];
}

/** The entries of a batch request, after the checks that fail the batch as a whole. */
export function batchEntries(parameters: Parameters): Parameters[] {
  const entries = parameters.list('Entries').map((entry) => new Parameters(entry));
  if (entries.length === 0) throw sqsError('EmptyBatchRequest', 'There should be at least one entry in the request.');
  if (entries.length > 10) {
    const message = `Maximum number of entries per request are 10. You have sent ${entries.length}.`;
    throw sqsError('TooManyEntriesInBatchRequest', message);
  }
  const ids = new Set<string>();
  for (const entry of entries) {
    const id = entry.requiredString('Id');
    if (!/^[A-Za-z0-9_-]{1,80}$/.test(id)) {
      throw sqsError(
        'InvalidBatchEntryId',
        'A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.',
      );
    }
    if (ids.has(id)) throw sqsError('BatchEntryIdsNotDistinct', `Id ${id} repeated.`);
    ids.add(id);
  }
  return entries;
}

/** Handles each entry by itself: one that is refused is reported in the answer and does not touch the others. */
export function answerBatch(entries: readonly Parameters[], handle: (entry: Parameters) => object): BatchAnswer {
  const answer: BatchAnswer = { Successful: [], Failed: [] };
  for (const entry of entries) {
    const Id = entry.requiredString('Id');
    try {
      answer.Successful.push({ Id, ...handle(entry) });
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      const queryError = error.extra[QUERY_ERROR_HEADER];
      const [Code] = (typeof queryError === 'string' ? queryError : error.code).split(';');
      answer.Failed.push({ Id, SenderFault: true, Code, Message: error.message });
    }
  }
  return answer;
}
