import { unsupported } from '../unsupported.ts';
import type { HttpRequest } from '../gateway/HttpExchange.ts';

/** AppSync forwards only the first 8 KB of a body to WAF, and this cannot be raised. */
export const INSPECTED_BODY_BYTES = 8_192;

/** A request component as a statement sees it: its transformed bytes, or the verdict that oversize handling gives at once. */
export type Inspected = { bytes: Buffer } | { matches: boolean };

export type Inspect = (request: HttpRequest) => Inspected;

const TRANSFORMATIONS: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  NONE: (bytes) => bytes,
  LOWERCASE: (bytes) =>
    Buffer.from(
      bytes.toString('latin1').replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
      'latin1',
    ),
  COMPRESS_WHITE_SPACE: (bytes) => Buffer.from(bytes.toString('latin1').replace(/[\s\u00a0]+/g, ' '), 'latin1'),
  URL_DECODE: (bytes) =>
    Buffer.from(
      bytes
        .toString('latin1')
        .replaceAll('+', ' ')
        .replace(/%([0-9a-f]{2})/gi, (_escape, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
      'latin1',
    ),
  BASE64_DECODE: (bytes) => Buffer.from(bytes.toString('latin1'), 'base64'),
};

interface TextTransformation {
  Priority: number;
  Type: string;
}

/** Compiles `FieldToMatch` and `TextTransformations`; refuses by name the components and transformations that are not emulated. */
export function inspectorOf(fieldToMatch: unknown, textTransformations: unknown): Inspect {
  const read = readerOf(fieldToMatch as Record<string, Record<string, unknown>>);
  const transformations = transformationsOf(textTransformations);
  return (request) => {
    const inspected = read(request);
    if ('matches' in inspected) return inspected;
    return { bytes: transformations.reduce((bytes, transform) => transform(bytes), inspected.bytes) };
  };
}

/** The named transformations in the order of their priority. */
function transformationsOf(textTransformations: unknown): ((bytes: Buffer) => Buffer)[] {
  return [...((textTransformations ?? []) as TextTransformation[])]
    .sort((a, b) => a.Priority - b.Priority)
    .map(({ Type }) => TRANSFORMATIONS[Type] ?? unsupported(`the WAF text transformation ${Type}`));
}

function readerOf(field: Readonly<Record<string, Record<string, unknown>>>): Inspect {
  const [[component, options] = ['nothing', {}]] = Object.entries(field ?? {});
  switch (component) {
    case 'Body':
      return bodyReader(options['OversizeHandling']);
    case 'Method':
      return ({ method }) => ({ bytes: Buffer.from(method) });
    case 'UriPath':
      return ({ path }) => ({ bytes: Buffer.from(path) });
    case 'QueryString':
      return ({ queryString }) => ({ bytes: Buffer.from(queryString) });
    case 'SingleQueryArgument': {
      const name = String(options['Name']).toLowerCase();
      return ({ queryString }) => {
        const found = [...new URLSearchParams(queryString)].find(([key]) => key.toLowerCase() === name);
        return found ? { bytes: Buffer.from(found[1]) } : { matches: false };
      };
    }
    case 'SingleHeader': {
      const name = String(options['Name']).toLowerCase();
      return ({ headers }) => {
        const value = headers[name];
        return value === undefined ? { matches: false } : { bytes: Buffer.from(String(value), 'latin1') };
      };
    }
    default:
      return unsupported(`${component} as the FieldToMatch of a WAF statement`);
  }
}

/** CloudFormation lets `OversizeHandling` out; AWS WAF then refuses the web ACL, so a template without it cannot be meant. */
function bodyReader(oversizeHandling: unknown): Inspect {
  if (oversizeHandling !== 'CONTINUE' && oversizeHandling !== 'MATCH' && oversizeHandling !== 'NO_MATCH') {
    unsupported(
      `a WAF body inspection with OversizeHandling ${JSON.stringify(oversizeHandling)} (say CONTINUE, MATCH or NO_MATCH)`,
    );
  }
  return ({ body }) => {
    if (body.length <= INSPECTED_BODY_BYTES) return { bytes: body };
    if (oversizeHandling !== 'CONTINUE') return { matches: oversizeHandling === 'MATCH' };
    return { bytes: body.subarray(0, INSPECTED_BODY_BYTES) };
  };
}
