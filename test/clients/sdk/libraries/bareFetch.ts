import { textOf } from '../../../../clients/sdk/Operation.ts';
import type { Connection, GraphqlLibrary } from './GraphqlLibrary.ts';

export const bareFetch = ({ endpoint, token }: Connection): GraphqlLibrary => ({
  async execute(document, variables) {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: await token() },
      body: JSON.stringify({ query: textOf(document), variables }),
    });
    const { data, errors } = (await response.json()) as { data: never; errors?: unknown };
    if (errors) throw new Error('refused', { cause: errors });
    return data;
  },
  errorTypeOf: (error) => ((error as Error).cause as { errorType: string }[])[0]?.errorType,
});
