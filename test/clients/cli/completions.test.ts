import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { bashScript } from '../../../clients/cli/completions/bashScript.ts';
import { fishScript } from '../../../clients/cli/completions/fishScript.ts';
import { zshScript } from '../../../clients/cli/completions/zshScript.ts';

/* What the Tab key offers. */

const has = (shell: string) => spawnSync(shell, ['-c', 'exit']).status === 0;

test.runIf(has('bash')).each<[line: string, offers: string[]]>([
  ['payroll ru', ['runs']],
  ['payroll runs st', ['start']],
  ['payroll runs start --wa', ['--watch']],
  ['payroll runs start --dr', ['--draft', '--dry-run']],
  ['payroll runs start --type co', ['correction']],
  ['payroll runs start --group weekly --type b', ['bonus']],
  ['payroll dead-letters redrive pa', ['payment']],
  ['payroll doctor --js', ['--json']],
  ['payroll nonsense --', ['--help']],
])('bash: %s', (line, offers) => {
  const words = line.split(' ').map((word) => `'${word}'`);
  const script = `${bashScript()}\nCOMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _payroll; echo "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
  expect({ offers: stdout.split(/\s+/).filter(Boolean).sort(), stderr }).toEqual({ offers: offers.sort(), stderr: '' });
});

test.runIf(has('zsh'))('zsh takes its script', () => {
  expect(spawnSync('zsh', ['-n', '-c', zshScript()]).status).toBe(0);
});

test.runIf(has('fish'))('fish takes its script', () => {
  expect(spawnSync('fish', ['-n', '-c', fishScript()]).status).toBe(0);
});

test('fish is told each option with its values', () => {
  const line = fishScript()
    .split('\n')
    .find((each) => each.includes('runs; and') && each.includes('start') && each.includes('-l type'));
  expect(line).toContain(`-x -a 'regular off_cycle bonus correction termination'`);
});
