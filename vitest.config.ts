import { defineConfig } from 'vitest/config';

/** What hangs ends some time; no limit tells a slow machine from a fast one. The slowest test takes 12 s on two idle cores. */
const LIMITS = { testTimeout: 300_000, hookTimeout: 300_000, expect: { poll: { timeout: 120_000 } } };

const execArgv = ['--disable-warning=ExperimentalWarning'];

/** The lanes: `npm test` runs all, `npm run test:rules` those that need no service. */
export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      {
        // Pure arithmetic: nothing is global, so the files of a thread share what they import.
        test: {
          name: 'payroll',
          include: ['test/payroll/**/*.test.ts'],
          ...LIMITS,
          execArgv,
          pool: 'threads',
          isolate: false,
        },
      },
      {
        // Workers and what they keep: modules that are opened once, with the environment of their file.
        test: {
          name: 'workers',
          include: ['test/{workers,workflows}/**/*.test.ts'],
          ...LIMITS,
          execArgv,
          pool: 'threads',
        },
      },
      {
        // Whole processes: several tests start the service, whose functions run in worker threads of their own.
        test: {
          name: 'service',
          include: ['test/**/*.test.ts', 'local/test/**/*.test.ts'],
          exclude: ['test/{payroll,workers,workflows}/**'],
          globalSetup: ['test/synthesized.ts'],
          ...LIMITS,
          execArgv,
          pool: 'forks',
        },
      },
    ],
  },
});
