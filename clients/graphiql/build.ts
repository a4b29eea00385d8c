import { buildPage } from '../buildPage.ts';

/** Builds the page unless it was built from the same inputs before; answers the directory to serve under `/graphiql/`. */
export const buildGraphiql = (): Promise<string> =>
  buildPage(import.meta.dirname, ['clients/sdk/*.ts'], {
    base: '/graphiql/',
    logLevel: 'error', // hundreds of its files say "use client", and each is warned of
    // Its fonts are written into its style sheet, whence our content security policy takes none; the system has others.
    css: {
      postcss: { plugins: [{ postcssPlugin: 'no-fonts', AtRule: { 'font-face': (rule) => void rule.remove() } }] },
    },
    build: { chunkSizeWarningLimit: 2000 }, // kB before compression; it is fetched from this machine
  });
