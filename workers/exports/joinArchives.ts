import { unzipSync, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { ZIP_TIME } from './zipTime.ts';

/**
 * Puts ZIP archives together to one, an archive of them in memory at a time.
 * @param isCompressed whether the files are compressed already, as PDFs are
 */
export async function* joinArchives(
  archives: AsyncIterable<Uint8Array>,
  isCompressed: boolean,
): AsyncGenerator<Uint8Array> {
  let written: Uint8Array[] = [];
  const whole = new Zip((error, chunk) => {
    if (error) throw error;
    written.push(chunk);
  });
  for await (const archive of archives) {
    for (const [name, content] of Object.entries(unzipSync(archive))) {
      const file = isCompressed ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
      file.mtime = ZIP_TIME;
      whole.add(file);
      file.push(content, true);
    }
    yield* written;
    written = [];
  }
  whole.end();
  yield* written;
}
