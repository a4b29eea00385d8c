import { AwsError } from '../../AwsError.ts';
import type { Branch } from '../Branch.ts';
import type { DistributedMap, ResultWriter } from '../definition/StateMachineDefinition.ts';
import { Payload } from '../Payload.ts';
import { StatesError } from '../StatesError.ts';
import type { MapChildRow, MapRunRow } from '../Store.ts';
import { childArn } from './arns.ts';

/** Files are cut here, so that an export of any size needs no more memory than this. AWS cuts at 5 GB. */
const MAX_FILE_BYTES = 32 * 1_048_576;

interface ResultFile {
  Key: string;
  Size: number;
}

/**
 * Exports a map run's results to S3: `SUCCEEDED_n.json`, `FAILED_n.json` and the manifest that names them. Answers what
 * becomes the Map state's result. Throws `States.ResultWriterFailed`.
 */
export async function writeResults(
  branch: Branch,
  map: DistributedMap,
  writer: ResultWriter,
  row: MapRunRow,
): Promise<Payload> {
  const { engine, caller } = branch.execution;
  const evaluated = await writer.arguments.evaluate(branch.bindings(), branch.site);
  const { Bucket, Prefix = '' } = evaluated as { Bucket: string; Prefix?: string };
  const uuid = row.arn.split(':').at(-1);
  const folder = `${Prefix === '' || Prefix.endsWith('/') ? Prefix : `${Prefix}/`}${uuid}`;
  const put = async (Key: string, body: string): Promise<ResultFile> => {
    const bytes = Buffer.from(body);
    try {
      await engine.cloud.putObject(Bucket, Key, bytes, caller);
    } catch (thrown) {
      if (thrown instanceof AwsError) throw new StatesError('States.ResultWriterFailed', thrown.message);
      throw thrown;
    }
    return { Key, Size: bytes.length };
  };
  const exportChildren = async (kind: 'SUCCEEDED' | 'FAILED', condition: string): Promise<ResultFile[]> => {
    const files: ResultFile[] = [];
    for (const body of bodies(
      engine.store.each<MapChildRow>(`SELECT * FROM map_children WHERE map_run = :id AND ${condition} ORDER BY idx`, {
        id: row.id,
      }),
      (child) => entryOf(child, row, map),
      writer,
    )) {
      files.push(await put(`${folder}/${kind}_${files.length}.${writer.outputType.toLowerCase()}`, body));
    }
    return files;
  };
  const ResultFiles = {
    FAILED: await exportChildren('FAILED', "status IN ('FAILED', 'TIMED_OUT', 'ABORTED')"),
    PENDING: [],
    SUCCEEDED: await exportChildren('SUCCEEDED', "status = 'SUCCEEDED'"),
  };
  const manifest = await put(
    `${folder}/manifest.json`,
    JSON.stringify({ DestinationBucket: Bucket, MapRunArn: row.arn, ResultFiles }),
  );
  return Payload.of({ MapRunArn: row.arn, ResultWriterDetails: { Bucket, Key: manifest.Key } });
}

/** The texts of the files that hold these children. */
function* bodies(
  children: Iterable<MapChildRow>,
  entry: (child: MapChildRow) => unknown,
  { outputType, transformation }: ResultWriter,
): Iterable<string> {
  let lines: string[] = [];
  let bytes = 0;
  const close = () => {
    const body = outputType === 'JSONL' ? `${lines.join('\n')}\n` : `[${lines.join(',')}]`;
    lines = [];
    bytes = 0;
    return body;
  };
  for (const child of children) {
    for (const line of transformed(child, entry, transformation)) {
      lines.push(line);
      bytes += line.length;
    }
    if (bytes >= MAX_FILE_BYTES) yield close();
  }
  if (lines.length > 0) yield close();
}

/** COMPACT and FLATTEN keep outputs only; what failed has none and is always told in full. */
function transformed(
  child: MapChildRow,
  entry: (child: MapChildRow) => unknown,
  transformation: ResultWriter['transformation'],
): string[] {
  if (transformation === 'NONE' || child.output === null) return [JSON.stringify(entry(child))];
  if (transformation === 'COMPACT') return [child.output];
  const output: unknown = JSON.parse(child.output);
  return Array.isArray(output) ? output.map((item) => JSON.stringify(item)) : [child.output];
}

function entryOf(
  child: MapChildRow,
  { arn, machine_arn, label }: MapRunRow,
  { executionType }: DistributedMap,
): Record<string, unknown> {
  const uuid = arn.split(':').at(-1) ?? '';
  const isExpress = executionType === 'EXPRESS';
  return {
    ...(child.cause === null ? {} : { Cause: child.cause }),
    ...(child.error === null ? {} : { Error: child.error }),
    ExecutionArn: childArn(machine_arn, label, executionType, uuid, child.name),
    Input: child.input,
    InputDetails: { Included: true },
    Name: child.name,
    ...(child.output === null ? {} : { Output: child.output, OutputDetails: { Included: true } }),
    RedriveCount: child.redrive_count,
    RedriveStatus: isExpress || child.status === 'SUCCEEDED' ? 'NOT_REDRIVABLE' : 'REDRIVABLE_BY_MAP_RUN',
    ...(child.status === 'SUCCEEDED' ? { RedriveStatusReason: 'Execution is SUCCEEDED and cannot be redriven' } : {}),
    StartDate: new Date(child.started_ms).toISOString(),
    StateMachineArn: `${machine_arn}/${label}`,
    Status: child.status,
    StopDate: new Date(child.stopped_ms).toISOString(),
  };
}
