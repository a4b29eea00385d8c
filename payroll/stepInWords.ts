import { formatMoney } from './money.ts';
import type { TraceStep } from './Trace.ts';

/** One step as a person reads it: `line 1c annual wages: 52000.00`, with its rounding where there was one. */
export function stepInWords(step: TraceStep): string {
  const rounding = step.rounding === undefined ? '' : ` (${step.rounding})`;
  return `${step.label}: ${valueInWords(step)}${rounding}`;
}

function valueInWords({ value, unit }: TraceStep): string {
  if (typeof value === 'string') return value;
  switch (unit) {
    case 'CENTS':
      return formatMoney(value);
    case 'PPM':
      return `${value / 10_000} %`;
    case 'HOURS_HUNDREDTHS':
      return `${value / 100} h`;
    case 'COUNT':
    case 'TEXT':
      return String(value);
  }
}
