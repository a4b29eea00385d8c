import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { bundleWorkers } from '../../../infra/bundleWorkers.ts';
import { payslipPdf } from '../../../workers/documents/payslipPdf.ts';
import { sampleDocument } from './samplePayslip.ts';

const run = promisify(execFile);

test('a worker of one file, away from node_modules, writes the same bytes', async () => {
  const root = mkdtempSync(join(tmpdir(), 'payslip-worker-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'workers'));
  const renderer = join(import.meta.dirname, '..', '..', '..', 'workers', 'documents', 'payslipPdf.ts');
  writeFileSync(
    join(root, 'workers', 'render.ts'),
    `import { createHash } from 'node:crypto';
     import { payslipPdf } from ${JSON.stringify(renderer)};
     const pdf = await payslipPdf(JSON.parse(process.argv[2]));
     console.log(createHash('sha256').update(pdf).digest('hex'));`,
  );

  const directory = (await bundleWorkers(root, join(root, 'out'))).get('render') ?? '';
  const document = sampleDocument({ employeeName: 'Łukasz Žižek' });
  const { stdout } = await run(process.execPath, [join(directory, 'index.mjs'), JSON.stringify(document)], {
    cwd: root,
  });

  expect(stdout.trim()).toBe(
    createHash('sha256')
      .update(await payslipPdf(document))
      .digest('hex'),
  );
  expect(statSync(join(directory, 'index.mjs')).size).toBeLessThan(3_000_000);
});
