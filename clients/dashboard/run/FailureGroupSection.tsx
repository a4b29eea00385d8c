import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { formatCount } from '../format/formatCount.ts';
import { hrefOf } from '../navigation/Route.ts';
import { ExcludeButton } from './ExcludeButton.tsx';
import type { FailureGroup } from './groupFailures.ts';
import { RetryButton } from './RetryButton.tsx';
import { fixOf } from './fixOf.ts';
import type { Run } from './Run.ts';

/** As many employees as one command may name. */
const MOST_AT_ONCE = 100;

/** Enough to recognise what is wrong; the others are a press away, so that many groups can be looked over. */
const SHOWN_AT_FIRST = 3;

export interface FailureGroupSectionProps {
  run: Run;
  group: FailureGroup;
  /** Whether everybody of the group is read. */
  isWhole: boolean;
  /** Whether the person may fix it while the run waits. */
  isMendable: boolean;
  /** Whether the person may put the cause right, in the run or for a later one. */
  mayFix: boolean;
  onChanged: (run: Run) => void;
}

/** Employees who failed for the same reason and have the same fix. */
export function FailureGroupSection({ run, group, mayFix, isWhole, isMendable, onChanged }: FailureGroupSectionProps) {
  const { runId } = run;
  const { code, resolution, items } = group;
  const [isOpen, setIsOpen] = useState(false);
  const shown = isOpen ? items : items.slice(0, SHOWN_AT_FIRST);
  const employeeIds = items.slice(0, MOST_AT_ONCE).map((item) => item.employeeId);
  const these = items.length > MOST_AT_ONCE ? `the first ${MOST_AT_ONCE}` : `these ${items.length}`;
  return (
    <section className="failure" aria-label={code}>
      <h3>
        <code className="bad">{code}</code> <span className="failure-count">{countInWords(items.length, isWhole)}</span>
      </h3>
      <p className="failure-fix">
        <strong>Fix:</strong> {resolution}
      </p>
      {isMendable && items.length > 1 && (
        <div className="button-row">
          <RetryButton
            runId={runId}
            employeeIds={employeeIds}
            text={`Retry ${these}`}
            label={`Retry ${these} with ${code}`}
            onDone={onChanged}
          />
          <ExcludeButton
            runId={runId}
            employeeIds={employeeIds}
            text={`Leave out ${these}…`}
            label={`Leave out ${these} with ${code}`}
            onDone={onChanged}
          />
        </div>
      )}
      <ul>
        {shown.map(({ employeeId, employeeName, error }) => (
          <li key={employeeId}>
            <div>
              <FailedName employeeId={employeeId} name={employeeName} mayFix={mayFix} />
              <span>{error?.message}</span>
              {mayFix && <FixLink code={code} employeeId={employeeId} name={employeeName} run={run} />}
            </div>
            {isMendable && (
              <div className="button-row">
                <RetryButton
                  runId={runId}
                  employeeIds={[employeeId]}
                  text="Retry"
                  label={`Retry ${employeeName}`}
                  onDone={onChanged}
                />
                <ExcludeButton
                  runId={runId}
                  employeeIds={[employeeId]}
                  text="Leave out…"
                  label={`Leave out ${employeeName}`}
                  onDone={onChanged}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
      {shown.length < items.length && (
        <div className="button-row">
          <Button
            className="button"
            aria-label={`Show all ${items.length} with ${code}`}
            onPress={() => setIsOpen(true)}
          >
            Show all {formatCount(items.length)}
          </Button>
        </div>
      )}
    </section>
  );
}

interface FailedNameProps {
  employeeId: string;
  name: string;
  mayFix: boolean;
}

/** For a person who may fix it, the name links to the employee's file. */
function FailedName({ employeeId, name, mayFix }: FailedNameProps) {
  const words = <bdi className="failure-name">{name}</bdi>;
  return mayFix ? <a href={hrefOf({ screen: 'employee', employeeId })}>{words}</a> : words;
}

interface FixLinkProps {
  code: string;
  employeeId: string;
  name: string;
  run: Run;
}

/** Leads to the form that puts the cause right. */
function FixLink({ code, employeeId, name, run }: FixLinkProps) {
  const fix = fixOf(code, employeeId, run);
  return (
    fix && (
      <a className="failure-link" href={fix.href} aria-label={`${fix.text}: ${name}`}>
        {fix.text}
      </a>
    )
  );
}

function countInWords(count: number, isWhole: boolean): string {
  if (!isWhole) return `${formatCount(count)} employees so far`;
  return count === 1 ? '1 employee' : `${formatCount(count)} employees`;
}
