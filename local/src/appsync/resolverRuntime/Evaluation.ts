import type { Requester } from '../Requester.ts';

/** An error that a handler recorded with `util.appendError` while it went on. */
export interface AppendedError {
  message: string;
  errorType: string | null;
  data: unknown;
  errorInfo: unknown;
}

/** One field of a `FilterGroup` entry of enhanced filtering. */
export interface SubscriptionFilterEntry {
  fieldName: string;
  operator: string;
  value: unknown;
}

export interface SubscriptionFilter {
  filterGroup: { filters: SubscriptionFilterEntry[] }[];
}

export interface Invalidation {
  subscriptionField: string;
  payload: Readonly<Record<string, unknown>>;
}

/** What the handlers of one field's resolver did beside returning a value. */
export class Evaluation {
  readonly requester: Requester;
  readonly typeName: string;
  readonly fieldName: string;
  readonly appendedErrors: AppendedError[] = [];
  readonly invalidations: Invalidation[] = [];
  readonly responseHeaders: Record<string, string> = {};
  filter: SubscriptionFilter | undefined;
  invalidationFilter: SubscriptionFilter | undefined;

  constructor(requester: Requester, typeName: string, fieldName: string) {
    this.requester = requester;
    this.typeName = typeName;
    this.fieldName = fieldName;
  }
}
