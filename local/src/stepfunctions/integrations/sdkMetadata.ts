import { randomUUID } from 'node:crypto';

/** What optimized integrations add to a service's answer. */
export function sdkMetadata(): { SdkHttpMetadata: unknown; SdkResponseMetadata: unknown } {
  const requestId = randomUUID();
  return {
    SdkHttpMetadata: {
      AllHttpHeaders: { 'x-amzn-RequestId': [requestId] },
      HttpHeaders: { 'x-amzn-RequestId': requestId },
      HttpStatusCode: 200,
    },
    SdkResponseMetadata: { RequestId: requestId },
  };
}
