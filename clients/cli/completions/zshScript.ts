import { bashScript } from './bashScript.ts';

/** Completion for zsh, which takes that of bash. */
export const zshScript = (): string => `#compdef payroll
autoload -U +X bashcompinit && bashcompinit
${bashScript()}`;
