/** A record as it may be put together: what is optional in it may be absent in any of the ways in which things are. */
type PerhapsAbsent<Value> = {
  [Member in keyof Value]: object extends Pick<Value, Member> ? Value[Member] | null | undefined : Value[Member];
};

/** Leaves out the members that are absent: in what is stored, absent is absent, and costs nothing. */
export const withoutAbsent = <Value extends object>(record: PerhapsAbsent<Value>): Value =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined && value !== null)) as Value;
