import type { AwsService } from '../../AwsService.ts';
import { asAwsError, awsJsonAnswer, awsJsonError } from '../../gateway/awsJsonAnswer.ts';
import type { EndpointRequest, EndpointResponse } from '../EndpointRequest.ts';
import type { ThreadServices } from '../ThreadServices.ts';
import type { Answer } from './InterceptedRequest.ts';

/** Answers AWS JSON requests for the services that live in this thread, as the gateway would, and leaves every other request to `forward`. */
export function answerInThread({ services, caller }: ThreadServices, forward: Answer): Answer {
  const byPrefix = new Map(services.map((service) => [service.targetPrefix, service]));
  return (request) => {
    const target = request.headers['x-amz-target'] ?? '';
    const dot = target.indexOf('.');
    const service = byPrefix.get(target.slice(0, dot));
    if (!service) return forward(request);
    const operation = target.slice(dot + 1);
    try {
      if (service.callToJson) return jsonAnswer(service, service.callToJson(operation, inputOf(request), caller));
      const output = service.call(operation, inputOf(request), caller);
      if (!(output instanceof Promise)) return awsJsonAnswer(service.contentType, output);
      return output.then(
        (value: unknown) => awsJsonAnswer(service.contentType, value),
        (error: unknown) => refusal(service, error),
      );
    } catch (error) {
      return refusal(service, error);
    }
  };
}

/** The empty answer, with the text in place of what would have to be written as text again. */
function jsonAnswer({ contentType }: AwsService, body: string): EndpointResponse {
  return { ...awsJsonAnswer(contentType, undefined), body };
}

function inputOf({ body }: EndpointRequest): Record<string, unknown> {
  return JSON.parse(typeof body === 'string' ? body : Buffer.from(body).toString()) as Record<string, unknown>;
}

/** A defect of the engine is told in the function's own log: its client sees only `InternalFailure`. */
function refusal({ targetPrefix, contentType }: AwsService, error: unknown): EndpointResponse {
  return awsJsonError(
    targetPrefix,
    contentType,
    asAwsError(error, (defect) => console.error(defect)),
  );
}
