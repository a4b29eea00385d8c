import { command } from '../Command.ts';

export const tools = [
  command({
    name: 'token',
    summary: 'Print an access token, for curl and other tools: Authorization: $(payroll token).',
    examples: ['token', 'token --as approver'],
    load: () => import('./tools/token.ts'),
  }),
  command({
    name: 'doctor',
    summary: 'Look whether everything is there to work with; what is not is told with its fix (exit code 1).',
    examples: ['doctor', 'doctor --json'],
    load: () => import('./tools/doctor.ts'),
  }),
  command({
    name: 'completions',
    summary: 'Print what makes a shell complete the commands of payroll.',
    words: { shell: { kind: 'choice', values: ['bash', 'zsh', 'fish'], says: 'the shell', required: true } },
    examples: [
      'completions bash > ~/.local/share/bash-completion/completions/payroll',
      'completions zsh > "${fpath[1]}/_payroll"',
      'completions fish > ~/.config/fish/completions/payroll.fish',
    ],
    load: () => import('./tools/completions.ts'),
  }),
];
