import { command } from '../Command.ts';

export const keys = [
  command({
    name: 'keys create',
    summary: 'Make an API key for a partner application. Its secret is shown once.',
    options: {
      name: { kind: 'text', of: 'NAME', says: 'whose key it is', required: true },
      scopes: { kind: 'list', of: 'SCOPES', says: 'READ, WRITE or both', required: true },
    },
    examples: ['keys create --name "HR portal" --scopes READ,WRITE'],
    effect: 'CHANGE',
    load: () => import('./keys/create.ts'),
  }),
  command({
    name: 'keys list',
    summary: 'List the API keys, without their secrets.',
    examples: ['keys list'],
    load: () => import('./keys/list.ts'),
  }),
  command({
    name: 'keys revoke',
    summary: 'End an API key.',
    words: { apiKey: { kind: 'text', of: 'KEY', says: 'the key, as "keys list" shows it', required: true } },
    examples: ['keys revoke key_1'],
    effect: 'CHANGE',
    load: () => import('./keys/revoke.ts'),
  }),
];
