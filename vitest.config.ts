import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'local/test/**/*.test.ts'],
    globalSetup: ['test/synthesized.ts'],
    // What hangs ends some time; no limit tells a slow machine from a fast one. The slowest test takes 12 s on two idle cores.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 120_000 } },
    // Whole processes: several tests start the service, whose functions run in worker threads of their own.
    pool: 'forks',
    maxWorkers: '100%',
    execArgv: ['--disable-warning=ExperimentalWarning'],
  },
});
