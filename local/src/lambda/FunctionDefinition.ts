import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AwsError } from '../AwsError.ts';
import { unsupported } from '../unsupported.ts';

/** One function of the template, as `AWS::Lambda::Function` describes it. */
export interface FunctionDefinition {
  arn: string;
  name: string;
  /** The unpacked asset; its ES module (`index.mjs` for the handler `index.handler`) is imported once per environment. */
  codeDirectory: string;
  /** `<module>.<export>`, for example `index.handler`. */
  handler: string;
  environment: Readonly<Record<string, string>>;
  /** 1 to 900. */
  timeoutSeconds: number;
  /** 128 to 10,240. */
  memoryMegabytes: number;
  roleArn: string;
  /** Only `nodejs24.x`, the Node.js that this engine itself runs on. */
  runtime: string;
  /** Changes nothing here but the price. */
  architecture: 'arm64' | 'x86_64';
}

const ENVIRONMENT_LIMIT_BYTES = 4096;

/** Names that Lambda sets itself and refuses in a definition. Source: Lambda Developer Guide, "Reserved environment variables". */
const RESERVED = new Set([
  ...['_HANDLER', '_X_AMZN_TRACE_ID', 'AWS_DEFAULT_REGION', 'AWS_REGION', 'AWS_EXECUTION_ENV'],
  ...['AWS_LAMBDA_FUNCTION_NAME', 'AWS_LAMBDA_FUNCTION_MEMORY_SIZE', 'AWS_LAMBDA_FUNCTION_VERSION'],
  ...['AWS_LAMBDA_INITIALIZATION_TYPE', 'AWS_LAMBDA_LOG_GROUP_NAME', 'AWS_LAMBDA_LOG_STREAM_NAME'],
  ...['AWS_ACCESS_KEY', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'],
  ...['AWS_LAMBDA_RUNTIME_API', 'LAMBDA_TASK_ROOT', 'LAMBDA_RUNTIME_DIR'],
]);

/** Throws what `CreateFunction` would answer for `definition`, or names what is not emulated. */
export function checkFunctionDefinition(definition: FunctionDefinition): void {
  const { name, environment, timeoutSeconds, memoryMegabytes } = definition;
  if (definition.runtime !== 'nodejs24.x') unsupported(`the Lambda runtime ${definition.runtime} (function ${name})`);
  const invalid = (message: string) => new AwsError('InvalidParameterValueException', `${message} (function ${name})`);
  if (timeoutSeconds < 1 || timeoutSeconds > 900) throw invalid(`Timeout ${timeoutSeconds} is not between 1 and 900`);
  if (memoryMegabytes < 128 || memoryMegabytes > 10_240) {
    throw invalid(`'MemorySize' value ${memoryMegabytes} is not between 128 and 10240`);
  }
  const reserved = Object.keys(environment).filter((key) => RESERVED.has(key));
  if (reserved.length > 0) {
    throw invalid(
      `The environment variables you have provided contain reserved keys. Reserved keys used in this request: ${reserved.join(', ')}`,
    );
  }
  const bytes = Buffer.byteLength(JSON.stringify(environment));
  if (bytes > ENVIRONMENT_LIMIT_BYTES) {
    throw invalid(`The environment variables you have provided exceeded the 4KB limit: ${bytes} bytes`);
  }
  if (!existsSync(modulePath(definition))) throw invalid(`The asset has no ES module ${modulePath(definition)}`);
}

/** The file that holds the handler. */
export function modulePath({ codeDirectory, handler }: Pick<FunctionDefinition, 'codeDirectory' | 'handler'>): string {
  return join(codeDirectory, `${handler.slice(0, handler.lastIndexOf('.'))}.mjs`);
}
