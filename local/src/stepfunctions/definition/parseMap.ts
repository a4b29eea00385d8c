import { unsupported } from '../../unsupported.ts';
import { MAX_PAYLOAD_BYTES } from '../limits.ts';
import type { Template } from '../Template.ts';
import type { Fields } from './Fields.ts';
import { parseScope, type Surroundings } from './parseScope.ts';
import type { DistributedMap, ItemBatcher, ItemReader, MapState, ResultWriter } from './StateMachineDefinition.ts';

const S3_READER = /^arn:aws[^:]*:states:::s3:getObject$/;
const S3_WRITER = /^arn:aws[^:]*:states:::s3:putObject$/;
/** AWS refuses these in a label because it becomes part of an ARN. */
const LABEL_FORBIDDEN = /[\s?*<>{}[\]:;,\\|^~$#%&`"\u0000-\u001f\u007f-\u009f]/;

type MapOwnFields = Omit<MapState, 'output' | 'assign' | 'retry' | 'catch' | 'next'>;

/** Reads what a Map state has beyond the fields that it shares with other states. */
export function parseMap(name: string, fields: Fields, surroundings: Surroundings): MapOwnFields {
  fields.require('ItemProcessor');
  if (fields.has('Iterator')) unsupported("a Map state's Iterator (it is called ItemProcessor since 2022)");
  const processorFields = fields.within(fields.take('ItemProcessor') ?? {}, 'ItemProcessor');
  const config = processorFields.object('ProcessorConfig');
  const mode = config?.oneOf('Mode', ['INLINE', 'DISTRIBUTED']) ?? 'INLINE';
  const isDistributed = mode === 'DISTRIBUTED';
  if (isDistributed) config?.require('ExecutionType');
  const executionType = config?.oneOf('ExecutionType', ['STANDARD', 'EXPRESS']) ?? 'STANDARD';
  config?.finish();
  if (isDistributed && surroundings.type === 'EXPRESS') {
    fields.problem('Express state machine does not support distributed Map state', 'ItemProcessor');
  }
  const processor = parseScope(
    processorFields,
    // Children of a Distributed Map are executions of their own, which see none of the variables around them.
    isDistributed ? { ...surroundings, type: executionType, outerVariables: new Set() } : surroundings,
  );
  processorFields.finish();
  return {
    type: 'Map',
    name,
    processor,
    items: fields.template('Items'),
    itemSelector: fields.template('ItemSelector'),
    maxConcurrency: fields.numberTemplate('MaxConcurrency', { min: 0 }),
    distributed: isDistributed ? parseDistributed(name, fields, executionType) : undefined,
  };
}

function parseDistributed(name: string, fields: Fields, executionType: 'STANDARD' | 'EXPRESS'): DistributedMap {
  const label = fields.string('Label') ?? name.replace(/[^A-Za-z0-9_-]/g, '').slice(0, 40);
  if (label.length > 40) fields.problem('Label cannot exceed 40 characters', 'Label');
  if (LABEL_FORBIDDEN.test(label)) fields.problem(`Label contains invalid characters: ${label}`, 'Label');
  if (fields.has('Items') && fields.has('ItemReader')) {
    fields.problems.schema("The fields 'Items' and 'ItemReader' cannot both be specified", fields.path);
  }
  const count = fields.numberTemplate('ToleratedFailureCount', { min: 0 });
  const percentage = fields.numberTemplate('ToleratedFailurePercentage', { min: 0, max: 100, isInteger: false });
  return {
    executionType,
    label,
    itemReader: parseItemReader(fields.object('ItemReader')),
    itemBatcher: parseItemBatcher(fields.object('ItemBatcher')),
    toleratedFailureCount: count,
    toleratedFailurePercentage: percentage,
    resultWriter: parseResultWriter(fields.object('ResultWriter')),
  };
}

function parseItemReader(fields: Fields | undefined): ItemReader | undefined {
  if (!fields) return undefined;
  fields.require('Resource', 'Arguments', 'ReaderConfig');
  const resource = fields.string('Resource') ?? '';
  if (!S3_READER.test(resource)) unsupported(`the ItemReader resource ${resource}`);
  const args = fields.template('Arguments');
  const config = fields.within(fields.take('ReaderConfig') ?? {}, 'ReaderConfig');
  config.require('InputType');
  const inputType = config.oneOf('InputType', ['CSV', 'JSON', 'JSONL', 'PARQUET', 'MANIFEST']) ?? 'JSON';
  if (inputType === 'PARQUET' || inputType === 'MANIFEST') unsupported(`the ItemReader input type ${inputType}`);
  if (config.has('Transformation')) unsupported("the ItemReader's Transformation");
  const headerLocation = config.oneOf('CSVHeaderLocation', ['FIRST_ROW', 'GIVEN']);
  if (inputType === 'CSV') config.require('CSVHeaderLocation');
  if (headerLocation === 'GIVEN') config.require('CSVHeaders');
  const headers = config.array('CSVHeaders').map(String);
  const delimiter = config.oneOf('CSVDelimiter', ['COMMA', 'PIPE', 'SEMICOLON', 'SPACE', 'TAB']) ?? 'COMMA';
  const itemsPointer = config.string('ItemsPointer');
  if (itemsPointer !== undefined && inputType !== 'JSON')
    config.problem('ItemsPointer is only supported for JSON', 'ItemsPointer');
  const maxItems = config.numberTemplate('MaxItems', { min: 1, max: 100_000_000 });
  config.finish();
  fields.finish();
  return {
    arguments: args as Template,
    inputType,
    csvHeaders: headerLocation === 'GIVEN' ? headers : undefined,
    csvDelimiter: { COMMA: ',', PIPE: '|', SEMICOLON: ';', SPACE: ' ', TAB: '\t' }[delimiter],
    itemsPointer,
    maxItems,
  };
}

function parseItemBatcher(fields: Fields | undefined): ItemBatcher | undefined {
  if (!fields) return undefined;
  if (!fields.has('MaxItemsPerBatch') && !fields.has('MaxInputBytesPerBatch')) {
    fields.problems.schema('These fields are required: [MaxItemsPerBatch] or [MaxInputBytesPerBatch]', fields.path);
  }
  const batcher = {
    maxItemsPerBatch: fields.numberTemplate('MaxItemsPerBatch', { min: 1 }),
    maxInputBytesPerBatch: fields.numberTemplate('MaxInputBytesPerBatch', { min: 1, max: MAX_PAYLOAD_BYTES }),
    batchInput: fields.template('BatchInput'),
  };
  fields.finish();
  return batcher;
}

function parseResultWriter(fields: Fields | undefined): ResultWriter | undefined {
  if (!fields) return undefined;
  const resource = fields.string('Resource');
  if (resource === undefined || !S3_WRITER.test(resource))
    unsupported(`a ResultWriter without Resource arn:aws:states:::s3:putObject`);
  fields.require('Arguments');
  const args = fields.template('Arguments');
  const config = fields.object('WriterConfig');
  const outputType = config?.oneOf('OutputType', ['JSON', 'JSONL']) ?? 'JSON';
  const transformation = config?.oneOf('Transformation', ['NONE', 'COMPACT', 'FLATTEN']) ?? 'NONE';
  config?.finish();
  fields.finish();
  return { arguments: args as Template, outputType, transformation };
}
