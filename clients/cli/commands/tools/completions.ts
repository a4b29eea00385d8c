import { bashScript } from '../../completions/bashScript.ts';
import { fishScript } from '../../completions/fishScript.ts';
import { zshScript } from '../../completions/zshScript.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';

const SCRIPTS = { bash: bashScript, zsh: zshScript, fish: fishScript };

export async function run(invocation: Invocation<{ shell: keyof typeof SCRIPTS }>): Promise<number> {
  const { shell } = invocation.given;
  const script = SCRIPTS[shell]();
  if (invocation.json) invocation.print({ shell, script }, () => script);
  // For a shell, not for a person: as it is, without colours.
  else invocation.surroundings.stdout.write(`${script}\n`);
  return EXIT.ok;
}
