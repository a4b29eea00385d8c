import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';

export async function run(invocation: Invocation<unknown>): Promise<number> {
  const accessToken = await invocation.session.client.token();
  invocation.print({ accessToken }, () => accessToken);
  return EXIT.ok;
}
