import type { LineKind } from './Payslip.ts';

/** The rule behind a line: a stable id and the legal source. */
export type Rule = { readonly id: string; readonly citation: string };

/** How a step's value reads: money in cents, a rate in ppm, hours in hundredths, a plain count, or words. */
export type TraceUnit = 'CENTS' | 'PPM' | 'HOURS_HUNDREDTHS' | 'COUNT' | 'TEXT';

export type TraceStep = {
  readonly label: string;
  readonly value: number | string;
  readonly unit: TraceUnit;
  /** INPUT was given, STEP was computed on the way, PART adds into the line: the parts of a line sum to its amount. */
  readonly role: 'INPUT' | 'STEP' | 'PART';
  /** Where this value was rounded, and how. */
  readonly rounding: string | undefined;
};

export type LineTrace = {
  readonly code: string;
  readonly kind: LineKind;
  readonly reference: string | undefined;
  readonly amountCents: number;
  readonly ruleId: string;
  readonly citation: string;
  readonly ruleSetVersion: string;
  readonly steps: readonly TraceStep[];
};

export type PayslipTrace = { readonly lines: readonly LineTrace[] };

/**
 * Where the calculation tells what it does. There is one calculation path: with the trace off the same calls reach
 * methods that do nothing, so arguments must be plain values, never objects or strings built for the trace.
 */
export type Trace = {
  readonly isOn: boolean;
  input(label: string, value: number | string, unit: TraceUnit): void;
  step(label: string, value: number, unit: TraceUnit, rounding?: string): void;
  /** A contribution to the line's amount, in cents. */
  part(label: string, amountCents: number, rounding?: string): void;
  /** Closes the line: everything told since the last line belongs to it. */
  line(rule: Rule, code: string, kind: LineKind, amountCents: number, reference: string | undefined): void;
  /** Forgets what was told since the last line: there was nothing to put on the payslip. */
  discard(): void;
  /** Forgets everything: another attempt begins. */
  restart(): void;
};

export const NO_TRACE: Trace = {
  isOn: false,
  input() {},
  step() {},
  part() {},
  line() {},
  discard() {},
  restart() {},
};

export class TraceRecorder implements Trace {
  readonly isOn = true;
  lines: LineTrace[] = [];
  readonly #ruleSetVersion: string;
  #steps: TraceStep[] = [];

  constructor(ruleSetVersion: string) {
    this.#ruleSetVersion = ruleSetVersion;
  }

  input(label: string, value: number | string, unit: TraceUnit): void {
    this.#steps.push({ label, value, unit, role: 'INPUT', rounding: undefined });
  }

  step(label: string, value: number, unit: TraceUnit, rounding?: string): void {
    this.#steps.push({ label, value, unit, role: 'STEP', rounding });
  }

  part(label: string, amountCents: number, rounding?: string): void {
    this.#steps.push({ label, value: amountCents, unit: 'CENTS', role: 'PART', rounding });
  }

  line(rule: Rule, code: string, kind: LineKind, amountCents: number, reference: string | undefined): void {
    let parts = 0;
    for (const step of this.#steps) if (step.role === 'PART') parts += Number(step.value);
    if (parts !== amountCents) throw new Error(`the trace of ${code} sums to ${parts}, the line is ${amountCents}`);
    this.lines.push({
      code,
      kind,
      reference,
      amountCents,
      ruleId: rule.id,
      citation: rule.citation,
      ruleSetVersion: this.#ruleSetVersion,
      steps: this.#steps,
    });
    this.#steps = [];
  }

  discard(): void {
    this.#steps = [];
  }
  restart(): void {
    this.lines = [];
    this.#steps = [];
  }
}
