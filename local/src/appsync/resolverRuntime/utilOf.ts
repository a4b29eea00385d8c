import { randomBytes, randomUUID } from 'node:crypto';
import type { Cloud } from '../../Cloud.ts';
import { unsupported } from '../../unsupported.ts';
import type { AuthenticationType } from '../ApiDescription.ts';
import { FieldError, notAuthorized } from '../FieldError.ts';
import { dynamodbExpression } from './dynamodbExpression.ts';
import { dynamodbUtil } from './dynamodbUtil.ts';
import type { Evaluation } from './Evaluation.ts';
import { formatJavaTime, parseJavaTime } from './javaTimeFormat.ts';
import { plainJson } from './plainJson.ts';
import { sortableId } from './sortableId.ts';
import { toSubscriptionFilter } from './toSubscriptionFilter.ts';

const AUTH_TYPES: Readonly<Record<AuthenticationType, string>> = {
  API_KEY: 'API Key Authorization',
  AWS_IAM: 'IAM Authorization',
  AMAZON_COGNITO_USER_POOLS: 'User Pool Authorization',
  OPENID_CONNECT: 'Open ID Connect Authorization',
  AWS_LAMBDA: 'Lambda Authorization',
};

const MAX_RESPONSE_HEADER_BYTES = 4_096;
const REFUSED_RESPONSE_HEADERS = /^(?:x-amzn?-.*|content-.*|access-control-.*|set-cookie|date|connection|host)$/;

/** `util` of `@aws-appsync/utils`; `current` is the resolver whose handler is running. */
export function utilOf(cloud: Cloud, current: () => Evaluation) {
  return {
    error(message: string, errorType?: string, data?: unknown, errorInfo?: unknown): never {
      throw new FieldError(message, errorType ?? null, plainJson(data), plainJson(errorInfo));
    },
    appendError(message: string, errorType?: string, data?: unknown, errorInfo?: unknown) {
      const error = { message, errorType: errorType ?? null, data: plainJson(data), errorInfo: plainJson(errorInfo) };
      current().appendedErrors.push(error);
    },
    unauthorized(): never {
      throw notAuthorized(current().fieldName, current().typeName);
    },
    authType: () => AUTH_TYPES[current().requester.mode],
    matches: (pattern: string, text: string) => new RegExp(`^(?:${pattern})$`).test(text),
    escapeJavaScript: (text: string) =>
      JSON.stringify(text)
        .slice(1, -1)
        .replaceAll(/['/]/g, String.raw`\$&`),
    urlEncode: (text: string) => new URLSearchParams({ text }).toString().slice('text='.length),
    urlDecode: (text: string) => decodeURIComponent(text.replaceAll('+', ' ')),
    base64Encode: (text: string) => Buffer.from(text).toString('base64'),
    base64Decode: (text: string) => Buffer.from(text, 'base64').toString(),
    autoId: () => randomUUID(),
    autoUlid: () => sortableId.ulid(cloud.clock.now(), randomBytes(10)),
    autoKsuid: () => sortableId.ksuid(cloud.clock.now(), randomBytes(16)),
    time: timeUtil(cloud),
    dynamodb: dynamodbUtil,
    transform: {
      toDynamoDBFilterExpression: expressionText,
      toDynamoDBConditionExpression: expressionText,
      toSubscriptionFilter,
      toElasticsearchQueryDSL: () => unsupported('util.transform.toElasticsearchQueryDSL'),
    },
    math: {
      roundNum: (value: number) => Math.round(value),
      minVal: (one: number, other: number) => Math.min(one, other),
      maxVal: (one: number, other: number) => Math.max(one, other),
      randomDouble: () => cloud.random(),
      randomWithinRange: (start: number, end: number) => Math.floor(start + cloud.random() * (end - start)),
    },
    str: {
      normalize: (text: string, form: 'nfc' | 'nfd' | 'nfkc' | 'nfkd') => text.normalize(form.toUpperCase()),
    },
    http: httpUtil(current),
    xml: { toMap: () => unsupported('util.xml.toMap'), toJsonString: () => unsupported('util.xml.toJsonString') },
    rds: { toJsonObject: () => unsupported('util.rds.toJsonObject') },
  };
}

/** JSON text, or null when the filter cannot be rendered. */
function expressionText(filter: unknown): string | null {
  const rendered = dynamodbExpression(filter);
  return rendered && JSON.stringify(rendered);
}

function timeUtil({ clock }: Cloud) {
  return {
    nowISO8601: () => new Date(clock.now()).toISOString(),
    nowEpochSeconds: () => Math.floor(clock.now() / 1000),
    nowEpochMilliSeconds: () => clock.now(),
    nowFormatted: (format: string, timeZone?: string) => formatJavaTime(clock.now(), format, timeZone),
    parseFormattedToEpochMilliSeconds: parseJavaTime,
    parseISO8601ToEpochMilliSeconds: (text: string) => Date.parse(text),
    epochMilliSecondsToSeconds: (milliseconds: number) => Math.floor(milliseconds / 1000),
    epochMilliSecondsToISO8601: (milliseconds: number) => new Date(milliseconds).toISOString(),
    epochMilliSecondsToFormatted: formatJavaTime,
  };
}

function httpUtil(current: () => Evaluation) {
  const addResponseHeader = (name: string, value: unknown) => {
    const { responseHeaders } = current();
    const headerName = name.toLowerCase();
    if (REFUSED_RESPONSE_HEADERS.test(headerName)) throw new FieldError(`Header '${name}' cannot be set`, 'Code');
    responseHeaders[headerName] = String(value);
    if (Buffer.byteLength(JSON.stringify(responseHeaders)) > MAX_RESPONSE_HEADER_BYTES) {
      throw new FieldError('The response headers exceed 4 KB', 'Code');
    }
  };
  return {
    copyHeaders: (headers: Record<string, unknown>) => ({ ...headers }),
    addResponseHeader,
    addResponseHeaders(headers: Record<string, unknown>) {
      for (const [name, value] of Object.entries(headers)) addResponseHeader(name, value);
    },
  };
}
