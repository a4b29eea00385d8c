import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../Clock.ts';
import type { Rule } from './Rule.ts';

/**
 * Rules with a ScheduleExpression. A rate counts from when the rule was made, also after a restart; what would have
 * been due while the process was down is not made up for, as a scheduled rule on AWS has no retry window either.
 */
export class RuleSchedules {
  readonly #database: DatabaseSync;
  readonly #clock: Clock;
  readonly #fire: (rule: Rule, atMs: number) => void;
  readonly #timers = new Map<string, () => void>();

  constructor(database: DatabaseSync, clock: Clock, fire: (rule: Rule, atMs: number) => void) {
    this.#database = database;
    this.#clock = clock;
    this.#fire = fire;
    database.exec(
      'CREATE TABLE IF NOT EXISTS scheduledRules (arn TEXT PRIMARY KEY, expression TEXT NOT NULL, madeAtMs INTEGER NOT NULL)',
    );
  }

  start(rules: Iterable<Rule>): void {
    for (const rule of rules) if (rule.schedule && rule.isEnabled) this.#arm(rule, this.#madeAtMs(rule));
  }

  close(): void {
    for (const cancel of this.#timers.values()) cancel();
  }

  #arm(rule: Rule, madeAtMs: number): void {
    const atMs = rule.schedule?.next(this.#clock.now(), madeAtMs);
    if (atMs === undefined) return;
    const cancel = this.#clock.at(atMs, () => {
      this.#fire(rule, atMs);
      this.#arm(rule, madeAtMs);
    });
    this.#timers.set(rule.arn, cancel);
  }

  #madeAtMs(rule: Rule): number {
    const expression = rule.properties.ScheduleExpression ?? '';
    const known = this.#database
      .prepare('SELECT madeAtMs FROM scheduledRules WHERE arn = ? AND expression = ?')
      .get(rule.arn, expression);
    if (known) return Number(known['madeAtMs']);
    const nowMs = this.#clock.now();
    this.#database.prepare('INSERT OR REPLACE INTO scheduledRules VALUES (?, ?, ?)').run(rule.arn, expression, nowMs);
    return nowMs;
  }
}
