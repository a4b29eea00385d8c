import { readFileSync, realpathSync, statSync } from 'node:fs';
import { extname, join, resolve, sep } from 'node:path';
import type { HttpAnswer } from './HttpExchange.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Nothing from elsewhere, nothing inline; `ws:` is spelled out because 'self' does not cover it in every browser. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "manifest-src 'self'",
  "connect-src 'self' http://127.0.0.1:* http://localhost:* ws://127.0.0.1:* ws://localhost:*",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Serves a built single-page app from `directory`: its files, and `index.html` for every path without a file name, so
 * that a reload deep inside the app works. Files under `assets/` carry a hash in their name and may be cached for ever.
 */
export function staticPages(directory: string): (path: string) => HttpAnswer | undefined {
  const root = resolve(directory);
  return (path) => {
    let name: string;
    try {
      name = decodeURIComponent(path);
    } catch {
      return undefined;
    }
    const file = extname(name) === '' ? join(root, 'index.html') : resolve(root, `.${sep}${name}`);
    const contentType = CONTENT_TYPES[extname(file).toLowerCase()];
    if (contentType === undefined || name.includes('\0') || !isInside(root, file)) return undefined;
    return {
      status: 200,
      headers: {
        'content-type': contentType,
        'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'cross-origin-opener-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      },
      body: readFileSync(file),
    };
  };
}

/** Whether `file` exists under `root` when links have been followed. */
function isInside(root: string, file: string): boolean {
  if (!file.startsWith(root + sep) || !statSync(file, { throwIfNoEntry: false })?.isFile()) return false;
  return realpathSync(file).startsWith(realpathSync(root) + sep);
}
