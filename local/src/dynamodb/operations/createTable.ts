import { AwsError } from '../../AwsError.ts';
import { authorize, type Caller } from '../../Caller.ts';
import type { Engine } from '../Engine.ts';
import { readTableProperties, type TableProperties } from '../readTableProperties.ts';
import { tableDescription } from './tableDescription.ts';

export function createTable(engine: Engine, input: TableProperties, caller: Caller): Record<string, unknown> {
  authorize(caller, 'dynamodb:CreateTable', engine.tableArn(input.TableName));
  const definition = readTableProperties(input, engine.clock.now());
  if (engine.store.find(definition.name)) {
    throw new AwsError('ResourceInUseException', `Table already exists: ${definition.name}`);
  }
  const table = engine.store.create(definition);
  return { TableDescription: tableDescription(engine, table, 'ACTIVE') };
}
