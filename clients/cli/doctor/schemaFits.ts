import {
  buildClientSchema,
  getIntrospectionQuery,
  Kind,
  type DocumentNode,
  type IntrospectionQuery,
  validate,
} from 'graphql';
import * as documents from '../../generated/operations/graphql.ts';
import { PayrollClientError } from '../../sdk/PayrollClientError.ts';
import type { Check } from './Check.ts';

type Operation = Parameters<ReturnType<Parameters<Check['look']>[0]>['client']['execute']>[0];

/** Validates every operation of this client against the schema that the service has. */
export const schemaFits: Check = {
  name: 'schema',
  look: async (openSession, signal) => {
    const query = getIntrospectionQuery({ descriptions: false }) as unknown as Operation;
    let introspection: IntrospectionQuery;
    try {
      introspection = (await openSession().client.execute(query, {}, { signal })) as IntrospectionQuery;
    } catch (error) {
      if (!(error instanceof PayrollClientError) || !/[Ii]ntrospection/.test(error.message)) throw error;
      return { outcome: 'SKIPPED', found: 'the service does not show its schema, as in production' };
    }
    const schema = buildClientSchema(introspection, { assumeValid: true });
    const operations = Object.values(documents as unknown as Record<string, DocumentNode>).filter(isOperation);
    const [first, ...others] = operations.flatMap((operation) => validate(schema, operation));
    if (!first) return { outcome: 'OK', found: `it takes all ${operations.length} operations of this client` };
    return {
      outcome: 'FAILED',
      found: `${first.message}${others.length > 0 ? ` And ${others.length} more.` : ''}`,
      fix: 'The service is older or newer than this client: install the client that belongs to it, or deploy.',
    };
  },
};

const isOperation = ({ definitions }: DocumentNode): boolean =>
  definitions?.some(({ kind }) => kind === Kind.OPERATION_DEFINITION) ?? false;
