import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface RecordingService {
  /** The environment that leads the command line to it. */
  env: NodeJS.ProcessEnv;
  /** Names of the operations that came, such as `mutation StartPayrollRun`. */
  received: string[];
  close: () => void;
}

/** Stands where the service is: notes what it is sent, and answers each operation by its name. */
export async function recordingService(answers: Readonly<Record<string, unknown>>): Promise<RecordingService> {
  const received: string[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { query } = JSON.parse(body) as { query: string };
      const [operation = '', name = ''] = /^\w+ (\w+)/.exec(query) ?? [];
      received.push(operation);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ data: answers[name] ?? {} }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    env: { PAYROLL_GRAPHQL_URL: `http://127.0.0.1:${port}/graphql`, PAYROLL_TOKEN: 'key secret' },
    received,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
