import type { DirectDepositInput } from '../../../clients/generated/schema.ts';
import type { ErrorCode, Result } from '../../../payroll/errors.ts';
import { type BankAccount, bankAccountProblem } from '../../../payroll/payments/BankAccount.ts';
import type { DirectDeposit } from '../../../table/employee.ts';
import { InputReader } from '../InputReader.ts';
import { withoutAbsent } from '../withoutAbsent.ts';

const MOST_PARTS = 5;

/** A part of net pay as it was handed in: its account number is still to be sealed. */
export type OpenDeposit = BankAccount &
  Pick<DirectDeposit, 'split' | 'amountCents' | 'ratePpm'> & {
    /** The recorded account that the masked number stands for. */
    recorded?: DirectDeposit;
  };

/**
 * The parts of net pay in their order, each with its account; the last one takes the rest. Messages hold no account number.
 * @param known what is recorded: a masked number stands for one of these accounts
 */
export function directDepositsOf(
  inputs: readonly DirectDepositInput[],
  known: readonly DirectDeposit[] = [],
): Result<OpenDeposit[], ErrorCode> {
  const reader = new InputReader();
  if (inputs.length > MOST_PARTS)
    reader.refuse(
      `directDeposits has ${inputs.length} parts; 1 to ${MOST_PARTS} are allowed.`,
      'Leave some out.',
      'directDeposits',
    );
  const deposits = inputs.map((input, index): OpenDeposit => {
    const path = `directDeposits.${index}`;
    const { accountType, routingNumber, accountNumber } = input;
    const account = { accountType, routingNumber, accountNumber };
    const amountCents = reader.money(input.amount, `${path}.amount`);
    const ratePpm = reader.percent(input.percent, `${path}.percent`);
    const takesRest = amountCents === undefined && ratePpm === undefined;
    const recorded = isMasked(accountNumber) ? recordedAccount(input, index, known) : undefined;
    if (isMasked(accountNumber) && !recorded)
      reader.refuse(
        `${path}.accountNumber is masked, and not exactly one recorded account of this type and routing number ends so.`,
        'Give the whole account number.',
        `${path}.accountNumber`,
      );
    if (!isMasked(accountNumber)) reader.take(bankAccountProblem(account, path));
    if (amountCents !== undefined && ratePpm !== undefined)
      reader.refuse(`${path} has an amount and a percentage.`, 'Give one of them.', `${path}.percent`);
    if ((amountCents ?? 1) <= 0 || ratePpm === 0)
      reader.refuse(`${path} takes nothing.`, 'Give more than 0, or leave the part out.', path);
    if (takesRest !== (index === inputs.length - 1))
      reader.refuse(
        takesRest
          ? `${path} takes the rest, and a part follows it.`
          : `${path} is the last part and does not take the rest.`,
        'Give each part but the last an amount or a percentage, and the last one neither.',
        path,
      );
    return withoutAbsent<OpenDeposit>({ split: index + 1, ...account, recorded, amountCents, ratePpm });
  });
  const ratePpm = deposits.reduce((sum, deposit) => sum + (deposit.ratePpm ?? 0), 0);
  if (ratePpm > 1_000_000)
    reader.refuse(`The percentages add up to ${ratePpm / 10_000}.`, 'Lower them to at most 100.', 'directDeposits');
  return reader.resultOf(deposits);
}

/** As `DirectDeposit.maskedAccountNumber` is shown: no bank's number looks so. */
const isMasked = (accountNumber: string) => accountNumber.startsWith(MASK);

const MASK = '****';

/** The account that a masked number stands for: the one of the same part, or the only one that ends so. */
function recordedAccount(
  input: DirectDepositInput,
  index: number,
  known: readonly DirectDeposit[],
): DirectDeposit | undefined {
  const fitting = known.filter((deposit) => standsFor(input, deposit));
  return fitting.find(({ split }) => split === index + 1) ?? (fitting.length === 1 ? fitting[0] : undefined);
}

const standsFor = (input: DirectDepositInput, { accountType, routingNumber, last4 }: DirectDeposit) =>
  accountType === input.accountType &&
  routingNumber === input.routingNumber &&
  `${MASK}${last4}` === input.accountNumber;
