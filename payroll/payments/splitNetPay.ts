import { refuse, succeed, type Refusal, type Result } from '../errors.ts';
import { cents, minCents, mulRate, PPM, subtract, ZERO, type Cents } from '../money.ts';

/** How much of net pay a part takes. A percentage is of the whole net pay, not of what earlier parts left over. */
export type DepositShare =
  | { readonly type: 'FIXED'; readonly amountCents: Cents }
  | { readonly type: 'PERCENT'; readonly ratePpm: number }
  | { readonly type: 'REMAINDER' };

export type DepositSplit = {
  /** 1 or more, rising along the list. With run and employee it names the payment for ever. */
  readonly split: number;
  readonly share: DepositShare;
  readonly accountId: string;
  /** False until the account's prenote has stood its time (`prenoteLiveDate`); until then this part is paid by check. */
  readonly isAccountLive: boolean;
};

export type NetPayPayment = {
  readonly split: number;
  readonly method: 'DIRECT_DEPOSIT' | 'CHECK';
  /** `undefined` for a check. */
  readonly accountId: string | undefined;
  /** Never zero; negative in a reversal. */
  readonly amountCents: Cents;
};

/** Who is served first when pay is short. */
const TURNS = ['FIXED', 'PERCENT', 'REMAINDER'] as const satisfies DepositShare['type'][];

/**
 * Divides one employee's net pay into payments that add up to it exactly.
 *
 * Fixed amounts come first, in the order of the list, each cut to what is left; then percentages of net pay, rounded
 * down and cut likewise; the remainder takes the rest, odd cents included. Payments of zero are left out. Without splits
 * all of it goes by check, as split 1.
 *
 * Negative net pay is a reversal and is divided as in a mirror: given the splits that the original was paid with, each
 * payment is the original's with the other sign.
 * @returns the payments in the order of the splits, or `DEPOSIT_SPLITS_INVALID`, even when there is nothing to pay
 */
export function splitNetPay(netPayCents: Cents, splits: readonly DepositSplit[]): Result<NetPayPayment[]> {
  if (splits.length === 0) {
    if (netPayCents === 0) return succeed([]);
    return succeed([{ split: 1, method: 'CHECK', accountId: undefined, amountCents: netPayCents }]);
  }
  const problem = problemOf(splits);
  if (problem) return problem;
  const sign = netPayCents < 0 ? -1 : 1;
  const parts = partsOf(cents(netPayCents * sign), splits);
  return succeed(
    splits.flatMap(({ split, accountId, isAccountLive }, i): NetPayPayment[] => {
      const part = parts[i] ?? ZERO;
      if (part === 0) return [];
      const amountCents = cents(part * sign);
      if (!isAccountLive) return [{ split, method: 'CHECK', accountId: undefined, amountCents }];
      return [{ split, method: 'DIRECT_DEPOSIT', accountId, amountCents }];
    }),
  );
}

/** What each split gets of an amount that is not negative. */
function partsOf(netPay: Cents, splits: readonly DepositSplit[]): Cents[] {
  const parts = splits.map(() => ZERO);
  let left = netPay;
  for (const turn of TURNS) {
    splits.forEach(({ share }, i) => {
      if (share.type !== turn) return;
      const part = minCents(wantedOf(share, netPay), left);
      parts[i] = part;
      left = subtract(left, part);
    });
  }
  return parts;
}

function wantedOf(share: DepositShare, netPay: Cents): Cents {
  switch (share.type) {
    case 'FIXED':
      return share.amountCents;
    case 'PERCENT':
      return mulRate(netPay, share.ratePpm, 'DOWN');
    case 'REMAINDER':
      return netPay;
  }
}

function problemOf(splits: readonly DepositSplit[]): Refusal | undefined {
  let ratePpm = 0;
  let remainders = 0;
  let previous = 0;
  for (const { split, share } of splits) {
    if (!Number.isSafeInteger(split) || split <= previous) {
      return invalid(`Split ${split} comes after split ${previous}.`, 'Number the parts upwards from 1, each once.');
    }
    previous = split;
    if (share.type === 'REMAINDER') remainders += 1;
    if (share.type === 'FIXED' && !(Number.isSafeInteger(share.amountCents) && share.amountCents > 0)) {
      return invalid(`Split ${split} is a fixed part of ${share.amountCents} cents.`, 'Send whole cents above 0.');
    }
    if (share.type === 'PERCENT') {
      if (!Number.isSafeInteger(share.ratePpm) || share.ratePpm <= 0) {
        return invalid(`Split ${split} takes ${share.ratePpm} parts per million.`, 'Send a percentage above 0.');
      }
      ratePpm += share.ratePpm;
    }
  }
  if (ratePpm > PPM) return invalid(`The percentages add up to ${ratePpm / 10_000} %.`, 'Lower them to at most 100 %.');
  if (remainders === 1) return undefined;
  return invalid(
    `${remainders} parts take the remainder; exactly one must.`,
    'Let one part take what the others leave.',
  );
}

function invalid(problem: string, resolution: string): Refusal {
  return refuse('DEPOSIT_SPLITS_INVALID', problem, resolution, 'directDeposits');
}
