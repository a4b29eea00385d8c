import { EXIT } from '../CliError.ts';
import type { Command } from '../Command.ts';
import { print } from '../print.ts';

export const token: Command = {
  name: 'token',
  synopsis: '',
  summary: 'Print an access token, for curl and other tools: Authorization: $(payroll token).',
  async run({ session, json }) {
    const accessToken = await session.token();
    print(json, { accessToken }, () => accessToken);
    return EXIT.ok;
  },
};
