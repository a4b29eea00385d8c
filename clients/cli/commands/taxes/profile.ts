import { UpsertFilingProfileDocument } from '../../../generated/operations/graphql.ts';
import type { DepositSchedule, StateAccountInput } from '../../../generated/schema.ts';
import { defined } from '../../../sdk/defined.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';

interface Given {
  ein: string | undefined;
  legalName: string | undefined;
  schedule: DepositSchedule | undefined;
  contactName: string | undefined;
  contactPhone: string | undefined;
  contactEmail: string | undefined;
  stateAccounts: readonly string[];
}

export async function run(invocation: Invocation<Given>): Promise<number> {
  const { schedule, stateAccounts, ...given } = invocation.given;
  const accounts = stateAccounts.map((text): StateAccountInput => {
    const [state = '', withholdingAccount, unemploymentAccount] = text.split(':');
    return {
      state,
      ...(withholdingAccount ? { withholdingAccount } : {}),
      ...(unemploymentAccount ? { unemploymentAccount } : {}),
    };
  });
  const payload = await invocation.change(UpsertFilingProfileDocument, {
    ...defined({ ...given, depositSchedule: schedule }),
    ...(accounts.length > 0 ? { stateAccounts: accounts } : {}),
  });
  invocation.print(payload, () => `The filing profile is recorded, version ${payload.profile?.version}`);
  return EXIT.ok;
}
