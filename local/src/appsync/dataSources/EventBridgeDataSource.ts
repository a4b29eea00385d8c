import { AwsError } from '../../AwsError.ts';
import type { Caller } from '../../Caller.ts';
import type { Cloud } from '../../Cloud.ts';
import { FieldError } from '../FieldError.ts';
import type { DataSource, SourceOutcome, SourceRequest } from './DataSource.ts';
import { refuseUnknownMembers } from './refuseUnknownMembers.ts';

interface Event {
  source: string;
  detailType: string;
  detail: unknown;
  resources?: string[];
  time?: string;
}

/** Puts events on one bus. Entries that the bus refuses are part of the result, not an error. */
export class EventBridgeDataSource implements DataSource {
  readonly #busArn: string;
  readonly #cloud: Cloud;
  readonly #caller: Caller;

  constructor(busArn: string, caller: Caller, cloud: Cloud) {
    this.#busArn = busArn;
    this.#caller = caller;
    this.#cloud = cloud;
  }

  async invoke(request: SourceRequest): Promise<SourceOutcome> {
    refuseUnknownMembers('an EventBridge request', request, ['operation', 'events']);
    if (request['operation'] !== 'PutEvents') {
      throw new FieldError(`Unsupported operation '${String(request['operation'])}'.`, 'MappingTemplate');
    }
    const entries = (request['events'] as Event[]).map(({ source, detailType, detail, resources, time }) => ({
      Source: source,
      DetailType: detailType,
      Detail: JSON.stringify(detail),
      EventBusName: this.#busArn,
      ...(resources ? { Resources: resources } : {}),
      ...(time === undefined ? {} : { Time: Date.parse(time) / 1000 }),
    }));
    try {
      return { result: await this.#cloud.call('AWSEvents', 'PutEvents', { Entries: entries }, this.#caller) };
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      return { result: null, error: { message: error.message, type: `EventBridge:${error.code}` } };
    }
  }
}
