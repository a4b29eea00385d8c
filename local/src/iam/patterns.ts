/** Whether a string matches a pattern of a policy. */
export type Matches = (value: string) => boolean;

/** `*` stands for any characters, `?` for any one character. */
export function likePattern(pattern: string): Matches {
  if (pattern === '*') return () => true;
  if (!/[*?]/.test(pattern)) return (value) => value === pattern;
  const source = pattern.replace(/[.*+?^${}()|[\]\\]/g, (character) => {
    if (character === '*') return '.*';
    return character === '?' ? '.' : `\\${character}`;
  });
  const expression = new RegExp(`^${source}$`, 's');
  return (value) => expression.test(value);
}

/** Names of actions do not tell upper from lower case. */
export function actionPattern(pattern: string): Matches {
  const matches = likePattern(pattern.toLowerCase());
  return (action) => matches(action.toLowerCase());
}

/** The six parts of an ARN are compared one by one: a wildcard does not reach over a colon, except in the last part. */
export function arnPattern(pattern: string): Matches {
  if (pattern === '*') return () => true;
  const parts = arnParts(pattern).map(likePattern);
  return (arn) => {
    const values = arnParts(arn);
    return values.length === parts.length && parts.every((matches, index) => matches(values[index] ?? ''));
  };
}

function arnParts(arn: string): string[] {
  const parts = arn.split(':');
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
}
