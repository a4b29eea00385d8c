import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import chromiumPackage from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** No sandbox, because the package's Chromium has no set-uid helper; nothing that would call home. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** The Chromium that the npm package carries, started; or the reason why this machine cannot run it. */
export async function launchBrowser(): Promise<Browser | { reason: string }> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return { reason: `@sparticuz/chromium is built for linux x64, and this is ${process.platform} ${process.arch}` };
  const directory = await unpack();
  const executablePath = join(directory, 'chromium');
  // Where NSS and its friends are not installed, the package's own libraries (of Amazon Linux 2023) stand in for them.
  const env = { ...process.env, FONTCONFIG_FILE: join(directory, 'fonts.conf') };
  const environments = [env, { ...env, LD_LIBRARY_PATH: join(directory, 'al2023', 'lib') }];
  const refusals: string[] = [];
  for (const environment of environments) {
    try {
      return await chromium.launch({ executablePath, args: ARGS, env: environment, timeout: 180_000 });
    } catch (error) {
      refusals.push((error as Error).message);
    }
  }
  return { reason: `Chromium does not start: ${refusals.join('\n')}` };
}

/** The machine's fonts and the package's, so that a machine without any shows text all the same. */
const fontConfiguration = (directory: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(directory, 'fonts')}</dir>
  <cachedir>${join(directory, 'fonts-cache')}</cachedir>
</fontconfig>
`;

/**
 * Unpacks once per version, which takes seconds, and answers where. The package unpacks to the directory for temporary
 * files and takes whatever lies there by that name, half written or not; this gives it a fresh one and moves the whole.
 */
async function unpack(): Promise<string> {
  const packageDirectory = dirname(dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'))));
  const { version } = JSON.parse(readFileSync(join(packageDirectory, 'package.json'), 'utf8')) as { version: string };
  const cache = join(import.meta.dirname, '..', '..', 'node_modules', '.cache');
  const directory = join(cache, `chromium-${version}`);
  if (existsSync(directory)) return directory;

  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(join(cache, 'chromium-unpacking-'));
  const { TMPDIR, AWS_LAMBDA_JS_RUNTIME } = process.env;
  try {
    process.env['TMPDIR'] = fresh;
    process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs24.x'; // else the libraries stay packed
    await chromiumPackage.executablePath();
    writeFileSync(join(fresh, 'fonts.conf'), fontConfiguration(directory));
    renameSync(fresh, directory);
  } catch (error) {
    if (!existsSync(directory)) throw error; // else somebody else was faster
  } finally {
    restore('TMPDIR', TMPDIR);
    restore('AWS_LAMBDA_JS_RUNTIME', AWS_LAMBDA_JS_RUNTIME);
    rmSync(fresh, { recursive: true, force: true });
  }
  return directory;
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}
