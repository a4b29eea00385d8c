/** A key attribute and the type that its values must have. */
export interface KeyAttribute {
  readonly name: string;
  readonly type: 'S' | 'N' | 'B';
}

export interface KeySchema {
  readonly partition: KeyAttribute;
  readonly sort?: KeyAttribute;
}

export interface IndexDefinition {
  readonly name: string;
  readonly kind: 'GLOBAL' | 'LOCAL';
  readonly key: KeySchema;
  readonly projection: 'ALL' | 'KEYS_ONLY' | 'INCLUDE';
  /** NonKeyAttributes of an INCLUDE projection. */
  readonly included: readonly string[];
}

/** What the engine keeps of a table's CloudFormation properties; stored as JSON. */
export interface TableDefinition {
  readonly name: string;
  readonly key: KeySchema;
  readonly indexes: readonly IndexDefinition[];
  /** Absent while time to live is disabled. */
  readonly timeToLiveAttribute?: string;
  readonly deletionProtection: boolean;
  readonly createdAtMs: number;
}

/** The attributes that an index holds, or undefined for all of them. */
export function projectedNames(table: TableDefinition, index: IndexDefinition): ReadonlySet<string> | undefined {
  if (index.projection === 'ALL') return undefined;
  return new Set([...keyNames(table.key), ...keyNames(index.key), ...index.included]);
}

/** Partition key first. */
export function keyNames(key: KeySchema): string[] {
  return key.sort ? [key.partition.name, key.sort.name] : [key.partition.name];
}
