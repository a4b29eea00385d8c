import { inflateSync } from 'node:zlib';

export type ReadPdf = {
  /** Everything but the compressed streams, byte for byte as characters. */
  readonly objects: string;
  /** What is drawn, page by page. */
  readonly contents: readonly string[];
  /** The text that is shown, page by page, pieces apart by line breaks. */
  readonly texts: readonly string[];
};

/** As much of a PDF as a test asks for: its objects in the clear, and the pages' text in the order in which it is drawn. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const raw = Buffer.from(bytes).toString('latin1');
  const streams: string[] = [];
  const objects = raw.replace(/stream\n([^]*?)\nendstream/g, (_all, stream: string) => {
    if (stream.startsWith('\x78')) streams.push(inflateSync(Buffer.from(stream, 'latin1')).toString('latin1'));
    return 'stream endstream';
  });
  return { objects, contents: streams, texts: streams.map(textOf) };
}

const WINDOWS_1252 = new TextDecoder('windows-1252');

function textOf(content: string): string {
  const pieces = [...content.matchAll(/\[([^\]]*)\] TJ/g)].map(([, shown = '']) =>
    [...shown.matchAll(/<([0-9a-f]*)>/g)].map(([, hex = '']) => WINDOWS_1252.decode(Buffer.from(hex, 'hex'))).join(''),
  );
  return pieces.join('\n');
}
