import { CreateApiKeyDocument } from '../../../generated/operations/graphql.ts';
import type { ApiKeyScope } from '../../../generated/schema.ts';
import { CliError } from '../../CliError.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';

const SCOPES: readonly string[] = ['READ', 'WRITE'] satisfies ApiKeyScope[];

export async function run(invocation: Invocation<{ name: string; scopes: readonly string[] }>): Promise<number> {
  const { name } = invocation.given;
  const scopes = invocation.given.scopes.map((scope) => scope.toUpperCase());
  const stranger = scopes.find((scope) => !SCOPES.includes(scope));
  if (stranger !== undefined)
    throw new CliError(EXIT.usage, 'INVALID_VALUE', `--scopes has "${stranger}"; there are READ and WRITE.`);
  const payload = await invocation.change(CreateApiKeyDocument, { name, scopes: scopes as ApiKeyScope[] });
  const { apiKeyId, secret } = payload;
  invocation.print(payload, () =>
    secret
      ? `${apiKeyId}\nAuthorization: key ${secret}\nThe secret is shown this once.`
      : `${apiKeyId} was made before; its secret is not shown again.`,
  );
  return EXIT.ok;
}
