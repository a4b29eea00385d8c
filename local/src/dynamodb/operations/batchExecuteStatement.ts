import { AwsError } from '../../AwsError.ts';
import type { Caller } from '../../Caller.ts';
import { unsupported } from '../../unsupported.ts';
import type { AttributeMap, AttributeValue } from '../AttributeValue.ts';
import { Consumption, writeUnits } from '../Consumption.ts';
import type { Engine } from '../Engine.ts';
import { type ItemWrite, performWrite, putWrite } from '../ItemWrite.ts';
import { consumedCapacityDetail, refuseOtherMembers } from '../requestMembers.ts';
import { validationException } from '../validationException.ts';
import { DistinctKeys } from './DistinctKeys.ts';

const MEMBERS = new Set(['Statements', 'ReturnConsumedCapacity']);
const STATEMENT_MEMBERS = new Set(['Statement', 'Parameters']);
const MAX_STATEMENTS = 25;
const MAX_STATEMENT_LENGTH = 8_192;

/** The one kind of statement that is emulated: an item whose values are all parameters. */
const INSERT = /^\s*INSERT\s+INTO\s+"([^"]+)"\s+VALUE\s+\{(.*)\}\s*$/is;
const MEMBER = /^\s*'((?:[^']|'')+)'\s*:\s*\?\s*$/;

interface Statement {
  Statement: string;
  Parameters?: AttributeValue[];
}

interface Input {
  Statements: Statement[];
  ReturnConsumedCapacity?: string;
}

/**
 * Each statement succeeds or fails by itself, with its own answer in the order of the request. An INSERT writes nothing where
 * an item has the same key: that is what makes it a conditional write, of which a batch may hold 25.
 */
export function batchExecuteStatement(engine: Engine, input: Input, caller: Caller): Record<string, unknown> {
  refuseOtherMembers('BatchExecuteStatement', input, MEMBERS);
  const detail = consumedCapacityDetail(input.ReturnConsumedCapacity);
  const statements = input.Statements ?? [];
  if (statements.length < 1 || statements.length > MAX_STATEMENTS)
    throw validationException(
      `1 validation error detected: Value at 'statements' failed to satisfy constraint: Member must have length less than or equal to ${MAX_STATEMENTS} and greater than or equal to 1`,
    );
  const distinct = new DistinctKeys('Provided list of item keys contains duplicates');
  const consumptions = new Map<string, Consumption>();
  const inserts = statements.map((statement) => {
    const { name, attributes } = readInsert(statement);
    const table = engine.open(caller, 'dynamodb:PartiQLInsert', name);
    const consumption = consumptions.get(name) ?? new Consumption(table.definition, 'writeUnits');
    consumptions.set(name, consumption);
    const write = attempt(() => putWrite(table, { Item: attributes }, { condition: undefined, update: undefined }));
    if (!('code' in write)) distinct.add(table, write.key);
    return { name, write, consumption };
  });
  const Responses = engine.store.write(() =>
    inserts.map(({ name, write, consumption }) => {
      const error = 'code' in write ? write : insert(write, consumption);
      return { TableName: name, ...(error ? { Error: { Code: error.code, Message: error.message } } : {}) };
    }),
  );
  for (const consumption of consumptions.values()) consumption.countIn(engine.meter);
  return {
    Responses,
    ...(detail === 'NONE' ? {} : { ConsumedCapacity: [...consumptions.values()].map((each) => each.describe(detail)) }),
  };
}

interface StatementError {
  code: string;
  message: string;
}

/** A statement that cannot be an item is refused alone. */
function attempt(prepare: () => ItemWrite): ItemWrite | StatementError {
  try {
    return prepare();
  } catch (error) {
    if (error instanceof AwsError && error.code === 'ValidationException')
      return { code: 'ValidationError', message: error.message };
    throw error;
  }
}

/** Puts the item unless there is one; a put whose condition fails is paid for all the same. */
function insert(write: ItemWrite, consumption: Consumption): StatementError | undefined {
  const previous = write.table.get(write.key);
  if (previous) {
    consumption.addTable(writeUnits(previous.sizeBytes));
    return { code: 'DuplicateItem', message: 'Duplicate primary key exists in table' };
  }
  performWrite(write, consumption);
  return undefined;
}

function readInsert(statement: Statement): { name: string; attributes: AttributeMap } {
  refuseOtherMembers('BatchExecuteStatement', statement, STATEMENT_MEMBERS);
  const { Statement: text, Parameters: parameters = [] } = statement;
  if (typeof text !== 'string' || text.length < 1 || text.length > MAX_STATEMENT_LENGTH)
    throw validationException(
      `1 validation error detected: Value at 'statement' failed to satisfy constraint: Member must have length less than or equal to ${MAX_STATEMENT_LENGTH} and greater than or equal to 1`,
    );
  const [, name = '', members = ''] =
    INSERT.exec(text) ?? unsupported(`DynamoDB PartiQL other than INSERT INTO "table" VALUE {'attribute': ?, ...}`);
  const names = namesOf(members);
  if (names.length !== parameters.length)
    throw validationException("Number of parameters in request and statement don't match.");
  return {
    name,
    attributes: Object.fromEntries(names.map((member, place) => [member, parameters[place] as AttributeValue])),
  };
}

/** Statements of one batch have the same few texts: each is read once. */
const known = new Map<string, string[]>();

function namesOf(members: string): string[] {
  const before = known.get(members);
  if (before) return before;
  const names = members.split(',').map((member) => {
    const [, name = ''] =
      MEMBER.exec(member) ?? unsupported(`DynamoDB PartiQL ${member.trim()}: values are parameters`);
    return name.replaceAll("''", "'");
  });
  if (known.size > 500) known.clear();
  known.set(members, names);
  return names;
}
