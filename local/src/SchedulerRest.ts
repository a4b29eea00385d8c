import { AwsError } from './AwsError.ts';
import type { Caller } from './Caller.ts';
import type { RestService } from './gateway/GatewayPorts.ts';
import type { HttpAnswer, HttpRequest } from './gateway/HttpExchange.ts';
import type { Scheduler } from './scheduler/Scheduler.ts';

/** EventBridge Scheduler's REST protocol: JSON bodies on `/schedules` and `/schedule-groups`. */
export class SchedulerRest implements RestService {
  readonly maxBodyBytes = 1024 * 1024;
  readonly signingName = 'scheduler';
  readonly #scheduler: Scheduler;

  constructor(scheduler: Scheduler) {
    this.#scheduler = scheduler;
  }

  owns(_head: Omit<HttpRequest, 'body'>, signingName: string | undefined): boolean {
    return signingName === 'scheduler';
  }

  async handle(request: HttpRequest, authenticate: () => Promise<Caller>): Promise<HttpAnswer> {
    try {
      const caller = await authenticate();
      const body = request.body.length > 0 ? (JSON.parse(request.body.toString()) as unknown) : undefined;
      const query = new URLSearchParams(request.queryString);
      return answer(200, this.#scheduler.handle(request.method, request.path, query, body, caller) ?? {}, {});
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      return answer(error.statusCode, { Message: error.message }, { 'x-amzn-errortype': error.code });
    }
  }
}

const answer = (status: number, body: unknown, headers: Record<string, string>): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});
