import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'local/test/**/*.test.ts'],
    globalSetup: ['test/synthesized.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    // Whole processes: several tests start the service, whose functions run in worker threads of their own.
    pool: 'forks',
    maxWorkers: '100%',
    execArgv: ['--disable-warning=ExperimentalWarning'],
  },
});
