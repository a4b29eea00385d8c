import { cents, mulDiv, PPM } from '../money.ts';

/** What two runs are compared by: control totals in cents, and how many employees they pay. */
export type RunFigures = {
  readonly employeeCount: number;
  readonly grossPayCents: number;
  readonly employeeTaxesCents: number;
  readonly deductionsCents: number;
  readonly reimbursementsCents: number;
  readonly netPayCents: number;
  readonly employerTaxesCents: number;
};

export type RunFigure = keyof RunFigures;

/** Parts per million by which a figure may differ from the last run's without being looked at: 100_000 is 10 %. */
export type VarianceThresholds = Readonly<Partial<Record<RunFigure, number>>>;

/** One figure against the last run's. */
export type Variance = {
  readonly figure: RunFigure;
  readonly before: number;
  readonly after: number;
  readonly change: number;
  /** Of `before`, half up; `undefined` where that was 0 and nothing can be a share of it. */
  readonly changePpm: number | undefined;
  readonly thresholdPpm: number | undefined;
  /** Whether the change, up or down, is more than the threshold. From 0 to anything is more than any threshold. */
  readonly isAboveThreshold: boolean;
};

const FIGURES: readonly RunFigure[] = [
  'employeeCount',
  'grossPayCents',
  'employeeTaxesCents',
  'deductionsCents',
  'reimbursementsCents',
  'netPayCents',
  'employerTaxesCents',
];

/** Every figure of a run against the last run of its kind; none without a last run. */
export function variancesOf(
  run: RunFigures,
  lastRun: RunFigures | undefined,
  thresholds: VarianceThresholds,
): Variance[] {
  if (lastRun === undefined) return [];
  return FIGURES.map((figure) => varianceOf(figure, lastRun[figure], run[figure], thresholds[figure]));
}

function varianceOf(figure: RunFigure, before: number, after: number, thresholdPpm: number | undefined): Variance {
  const change = after - before;
  const changePpm = before === 0 ? undefined : mulDiv(cents(change), PPM, Math.abs(before), 'HALF_UP');
  return {
    figure,
    before,
    after,
    change,
    changePpm,
    thresholdPpm,
    isAboveThreshold: isAbove(before, change, thresholdPpm),
  };
}

/** Exact, and not by the rounded parts per million: a change of just the threshold is not above it. */
function isAbove(before: number, change: number, thresholdPpm: number | undefined): boolean {
  if (thresholdPpm === undefined) return false;
  return BigInt(Math.abs(change)) * BigInt(PPM) > BigInt(thresholdPpm) * BigInt(Math.abs(before));
}
