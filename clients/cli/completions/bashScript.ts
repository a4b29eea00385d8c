import { wordsAfter } from './wordsAfter.ts';

/** Completion for bash: completes words, the values of choices, and files elsewhere. */
export const bashScript = (): string => `# payroll completions bash
_payroll() {
  local word=\${COMP_WORDS[COMP_CWORD]} last=\${COMP_WORDS[COMP_CWORD-1]} command='' words=''
  local position
  for ((position = 1; position < COMP_CWORD; position++)); do
    [[ \${COMP_WORDS[position]} == -* ]] && break
    words=$(_payroll_words "\${command:+$command }\${COMP_WORDS[position]}") || break
    command="\${command:+$command }\${COMP_WORDS[position]}"
  done
  if [[ $last == --* ]] && words=$(_payroll_words "$command $last"); then :
  else words=$(_payroll_words "$command"); fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}

_payroll_words() {
  case $1 in
${wordsAfter()
  .map(({ before, words }) => `    '${before}') echo '${words.join(' ')}' ;;`)
  .join('\n')}
    *) return 1 ;;
  esac
}

complete -o default -F _payroll payroll`;
