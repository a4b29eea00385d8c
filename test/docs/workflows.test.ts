import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const directory = join(import.meta.dirname, '..', '..', '.github', 'workflows');
const workflows = readdirSync(directory).map((file) => [file, readFileSync(join(directory, file), 'utf8')] as const);

describe('GitHub workflows', () => {
  test.each(workflows)('%s runs no action that somebody else can replace', (_file, text) => {
    const used = [...text.matchAll(/uses:\s*(.+)/g)].map(([, action]) => action);
    expect(used.length).toBeGreaterThan(0);
    for (const action of used) expect(action).toMatch(/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test.each(workflows)('%s may read the code and no more, unless a job says so', (_file, text) => {
    expect(text).toMatch(/^permissions:\n {2}contents: read$/m);
  });

  test.each(workflows)('%s ends by itself', (_file, text) => {
    const jobs = text.match(/runs-on:/g) ?? [];
    expect(text.match(/timeout-minutes:/g)).toHaveLength(jobs.length);
  });

  test('the check runs on each Node.js that the README allows', () => {
    const { engines } = JSON.parse(readFileSync(join(directory, '..', '..', 'package.json'), 'utf8')) as {
      engines: { node: string };
    };
    const check = workflows.find(([file]) => file === 'check.yml')?.[1] ?? '';
    const versions = [...(/node: \[(.+)\]/.exec(check)?.[1] ?? '').matchAll(/'([\d.]+)'/g)].map(
      ([, version]) => version,
    );
    expect(versions).toContain(engines.node.replace('>=', ''));
    expect(check).toContain('npm run check');
  });
});
