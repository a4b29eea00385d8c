/**
 * Who prepared a run: the people, and the owners of the API keys, whose work its amounts and payments follow from. They may not
 * approve it, unless the company allows that.
 */

/** What a person did for a run. */
export type Preparation =
  'STARTED' | 'EDITED_EMPLOYEES' | 'ENTERED_PAY' | 'CHANGED_SETTINGS' | 'CALCULATED_AGAIN' | 'PREPARED_EARLIER_RUN';

export interface Preparer {
  /** User id of a person, or `key:<id>` of an API key, whose owner then stands beside it. */
  actor: string;
  did: Preparation[];
}

/** A caller of a mutation: somebody, and for an API key also who made it. */
interface Actor {
  actor: string;
  owner?: string | undefined;
}

/** All who answer for what a caller does: a key and the person who made it. */
export const actorsOf = ({ actor, owner }: Actor): string[] => (owner === undefined ? [actor] : [actor, owner]);

/** The preparers with what these actors did as well; each actor once, in the order of their first preparation. */
export function addPreparation(
  preparers: readonly Preparer[],
  did: Preparation,
  actors: readonly string[],
): Preparer[] {
  const byActor = new Map(preparers.map((preparer) => [preparer.actor, preparer.did]));
  for (const actor of actors) byActor.set(actor, [...new Set([...(byActor.get(actor) ?? []), did])]);
  return [...byActor].map(([actor, all]) => ({ actor, did: all }));
}

/*
 * Edits of a pay group's employees are marked beside the group's counter: `<month> <actor>` for what takes effect after the day
 * of the edit, ` <actor>` for everything else. The run that pays it takes the mark away.
 */

/**
 * The mark of an edit.
 * @param effectiveDate the latest day from which anything in it holds  @param today the day of the edit
 */
export const editMark = (actor: string, effectiveDate: string | undefined, today: string): string =>
  `${effectiveDate !== undefined && effectiveDate > today ? effectiveDate.slice(0, MONTH_LENGTH) : ''} ${actor}`;

export const editorOf = (mark: string): string => mark.slice(mark.indexOf(' ') + 1);

/** The marks of edits of which a run that pays everybody up to a day has paid the whole. */
export const marksSettledBy = (marks: Iterable<string>, periodEndDate: string): string[] =>
  [...marks].filter(
    (mark) => mark.startsWith(' ') || mark.slice(0, MONTH_LENGTH) < periodEndDate.slice(0, MONTH_LENGTH),
  );

const MONTH_LENGTH = '2026-01'.length;

/** Who changed a setting, and when they did it last. */
export interface SettingsEditor {
  actor: string;
  at: string;
}

/** More people than ever change the settings of one company between two payrolls. */
const MOST_SETTINGS_EDITORS = 20;

/** Who changed a setting, with these actors as the latest. */
export const withSettingsEditors = (
  editors: readonly SettingsEditor[] | undefined,
  actors: readonly string[],
  at: string,
): SettingsEditor[] =>
  [...actors.map((actor) => ({ actor, at })), ...(editors ?? []).filter(({ actor }) => !actors.includes(actor))].slice(
    0,
    MOST_SETTINGS_EDITORS,
  );

/** What a preparer did, in words for who decides. */
export const preparationInWords = ({ did }: Preparer): string => did.map((each) => WORDS[each]).join(', ');

const WORDS: Readonly<Record<Preparation, string>> = {
  STARTED: 'started it',
  EDITED_EMPLOYEES: 'changed employees of the pay group',
  ENTERED_PAY: 'entered hours or earnings of the period',
  CHANGED_SETTINGS: 'changed the settings of the company, the pay group or the funding account',
  CALCULATED_AGAIN: 'had it calculated again',
  PREPARED_EARLIER_RUN: 'prepared an earlier run of the period',
};
