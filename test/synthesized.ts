import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Before all tests: brings the synthesized template up to date, once, because several of them run the service from it. */
export default function synthesized(): void {
  const root = join(import.meta.dirname, '..');
  execFileSync(process.execPath, ['infra/synth.ts'], { cwd: root, stdio: 'inherit' });
}
