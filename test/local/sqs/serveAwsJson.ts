import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AwsError } from '../../../local/AwsError.ts';
import type { AwsService } from '../../../local/AwsService.ts';
import { ROOT } from '../testCloud.ts';

/** Serves one AWS JSON service on a free loopback port, as bare as the SDK clients allow. */
export async function serveAwsJson(service: AwsService): Promise<{ endpoint: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => void answer(Buffer.concat(chunks).toString()));
    const answer = async (body: string) => {
      const [, operation = ''] = String(request.headers['x-amz-target']).split('.');
      try {
        const result = await service.call(operation, JSON.parse(body) as Record<string, unknown>, ROOT);
        response.writeHead(200, { 'content-type': service.contentType }).end(JSON.stringify(result));
      } catch (error) {
        const { code, message, statusCode, extra } = error as AwsError;
        const queryError = extra['x-amzn-query-error'];
        response
          .writeHead(statusCode, {
            'content-type': service.contentType,
            ...(typeof queryError === 'string' && { 'x-amzn-query-error': queryError }),
          })
          .end(JSON.stringify({ __type: `com.amazonaws#${code}`, message }));
      }
    };
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
