import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** One handler file: a whole unit resolver, or one step of a pipeline. */
export interface ResolverStep {
  /** The folder it lies in: `table`, `none`, or the name of a worker. */
  readonly dataSource: string;
  /** What the file is called without `.ts`; unique over all folders, because fields and steps are. */
  readonly name: string;
  /** Absolute path of the source. */
  readonly path: string;
}

/** A field of the schema and the handlers that answer it, in the order in which they run. */
export interface FieldResolver {
  readonly typeName: string;
  readonly fieldName: string;
  readonly kind: 'UNIT' | 'PIPELINE';
  readonly steps: readonly ResolverStep[];
}

const UNIT = /^([A-Z]\w*)\.([a-z]\w*)\.ts$/;
const STEP = /^([A-Z]\w*)\.([a-z]\w*)\.([1-9]\d*)\.([a-z]\w*)\.ts$/;

/**
 * Reads the wiring of the API from the listing of `resolvers/`: `<data source>/<Type>.<field>.ts` is a unit resolver,
 * `<data source>/<Type>.<field>.<n>.<step>.ts` the n-th step of a pipeline. Files directly in `resolvers/` are shared
 * modules. Throws, naming the file, when a name says neither, or when a field is answered twice or has a gap in its
 * steps.
 */
export function listResolvers(directory: string): FieldResolver[] {
  const units = new Map<string, ResolverStep>();
  const pipelines = new Map<string, Map<number, ResolverStep>>();
  for (const folder of readdirSync(directory, { withFileTypes: true })) {
    if (!folder.isDirectory()) continue;
    for (const file of readdirSync(join(directory, folder.name))) {
      const step = {
        dataSource: folder.name,
        name: file.slice(0, -'.ts'.length),
        path: join(directory, folder.name, file),
      };
      const [, typeName, fieldName, position] = STEP.exec(file) ?? UNIT.exec(file) ?? [];
      if (!typeName || !fieldName) {
        throw new Error(`${step.path} is neither <Type>.<field>.ts nor <Type>.<field>.<n>.<step>.ts.`);
      }
      const field = `${typeName}.${fieldName}`;
      if (!position) {
        refuseSecond(units.get(field) ?? pipelines.get(field)?.values().next().value, step);
        units.set(field, step);
      } else {
        const steps = pipelines.get(field) ?? new Map<number, ResolverStep>();
        refuseSecond(units.get(field) ?? steps.get(Number(position)), step);
        pipelines.set(field, steps.set(Number(position), step));
      }
    }
  }
  return [
    ...[...units].map(([field, step]) => fieldResolver(field, 'UNIT', [step])),
    ...[...pipelines].map(([field, steps]) => fieldResolver(field, 'PIPELINE', inOrder(field, steps))),
  ].sort((a, b) => (`${a.typeName}.${a.fieldName}` < `${b.typeName}.${b.fieldName}` ? -1 : 1));
}

function fieldResolver(field: string, kind: FieldResolver['kind'], steps: readonly ResolverStep[]): FieldResolver {
  const [typeName = '', fieldName = ''] = field.split('.');
  return { typeName, fieldName, kind, steps };
}

function inOrder(field: string, steps: ReadonlyMap<number, ResolverStep>): ResolverStep[] {
  return Array.from({ length: steps.size }, (_, index) => {
    const step = steps.get(index + 1);
    if (!step)
      throw new Error(`The pipeline of ${field} has ${steps.size} steps, but none has the number ${index + 1}.`);
    return step;
  });
}

function refuseSecond(first: ResolverStep | undefined, second: ResolverStep): void {
  if (first) throw new Error(`${first.path} and ${second.path} answer the same field or step; keep one.`);
}
