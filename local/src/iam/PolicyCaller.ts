import type { Caller } from '../Caller.ts';
import type { RequestContext } from './conditions.ts';
import type { Statement } from './statements.ts';

/** Answers kept by one caller before it forgets them all: keys of S3 objects could otherwise pile up for ever. */
const CACHED_ANSWERS = 20_000;

/** A pair of an action pattern and a resource pattern that allowed something. */
export type Grant = `${string} ${string}`;

/**
 * A caller whose statements decide. A request is allowed by at least one `Allow` and refused by any `Deny`. The same
 * request always gets the same answer, and so answers are kept: services ask on every call.
 */
export class PolicyCaller implements Caller {
  readonly arn: string;
  readonly #statements: readonly Statement[];
  readonly #always: RequestContext;
  /** Grants that allowed a request so far. */
  readonly usedGrants = new Set<Grant>();
  /** By action (and context), then by resource. */
  readonly #answers = new Map<string, Map<string, boolean>>();
  #answerCount = 0;

  /** @param always what is true of every request of this caller, such as its account */
  constructor(arn: string, statements: readonly Statement[], always: RequestContext) {
    this.arn = arn;
    this.#statements = statements;
    this.#always = always;
  }

  allows(action: string, resourceArn: string, context?: RequestContext): boolean {
    // Told apart without joining texts where there is no context, which is nearly always: joining costs more than finding.
    const request = context ? `${action} ${JSON.stringify(context)}` : action;
    const known = this.#answers.get(request)?.get(resourceArn);
    if (known !== undefined) return known;
    const answer = this.#decide(action, resourceArn, context ? { ...this.#always, ...context } : this.#always);
    if (this.#answerCount++ >= CACHED_ANSWERS) this.#forget();
    let answers = this.#answers.get(request);
    if (!answers) this.#answers.set(request, (answers = new Map<string, boolean>()));
    answers.set(resourceArn, answer);
    return answer;
  }

  #forget(): void {
    this.#answers.clear();
    this.#answerCount = 1;
  }

  #decide(action: string, resourceArn: string, context: RequestContext): boolean {
    const grants: Grant[] = [];
    for (const { effect, actions, resources, conditions } of this.#statements) {
      const matchingActions = actions.filter(({ matches }) => matches(action));
      if (matchingActions.length === 0) continue;
      const matchingResources = resources.filter(({ matches }) => matches(resourceArn));
      if (matchingResources.length === 0 || !conditions(context)) continue;
      if (effect === 'Deny') return false;
      for (const { text } of matchingActions) {
        for (const resource of matchingResources) grants.push(`${text} ${resource.text}`);
      }
    }
    for (const grant of grants) this.usedGrants.add(grant);
    return grants.length > 0;
  }
}
