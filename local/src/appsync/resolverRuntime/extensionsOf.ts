import { FieldError } from '../FieldError.ts';
import { unsupported } from '../../unsupported.ts';
import type { Evaluation, SubscriptionFilter } from './Evaluation.ts';
import { plainJson } from './plainJson.ts';

const MAX_INVALIDATIONS = 5;

/** `extensions` of `@aws-appsync/utils`. */
export function extensionsOf(current: () => Evaluation) {
  return {
    setSubscriptionFilter(filter: SubscriptionFilter) {
      current().filter = plainJson(filter) as SubscriptionFilter;
    },
    setSubscriptionInvalidationFilter(filter: SubscriptionFilter) {
      current().invalidationFilter = plainJson(filter) as SubscriptionFilter;
    },
    invalidateSubscriptions(target: { subscriptionField: string; payload: Record<string, unknown> }) {
      const { invalidations } = current();
      if (invalidations.length === MAX_INVALIDATIONS) {
        throw new FieldError(`invalidateSubscriptions may be called ${MAX_INVALIDATIONS} times per request`, 'Code');
      }
      invalidations.push(plainJson(target) as typeof target);
    },
    evictFromApiCache: () => unsupported('extensions.evictFromApiCache'),
  };
}
