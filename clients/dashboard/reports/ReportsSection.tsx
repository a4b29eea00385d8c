import { useState } from 'react';
import { ExportRunDocument } from '../../generated/operations/graphql.ts';
import type { PayrollRunStatus, ReportFormat } from '../../generated/schema.ts';
import { execute } from '../api/execute.ts';
import { CommandButton } from '../components/CommandButton.tsx';
import { Panel } from '../components/Panel.tsx';
import { isCalculating } from '../run/isInProgress.ts';
import type { Run } from '../run/Run.ts';
import { mayStartAndCancel } from '../session/Session.ts';
import { useSession } from '../session/SessionContext.ts';
import { type Export, type Report, REPORTS } from './Export.ts';
import { ExportItem } from './ExportItem.tsx';
import './ReportsSection.css';

export interface ReportsSectionProps {
  run: Run;
  status: PayrollRunStatus;
}

/** Writes reports of the run, and all of its payslips, to files. */
export function ReportsSection({ run, status }: ReportsSectionProps) {
  const mayExport = mayStartAndCancel(useSession());
  const [exports, setExports] = useState<readonly Export[]>([]);
  if (isCalculating(status) || status === 'DRAFT')
    return <p className="empty">There is something to report once the run is calculated.</p>;
  if (!mayExport) return <p className="empty">Reports are written by payroll administrators.</p>;
  return (
    <>
      {exports.length > 0 && (
        <Panel title="Files">
          <ul className="exports">
            {exports.map((started) => (
              <ExportItem key={started.operationId} started={started} />
            ))}
          </ul>
        </Panel>
      )}
      <Panel title="Reports">
        <ul className="reports">
          {REPORTS.map((report) => (
            <li key={report.kind}>
              <div>
                <p>
                  <strong>{report.name}</strong>
                </p>
                <p className="muted">{report.description}</p>
              </div>
              <div className="button-row">
                {report.formats.map((format) => (
                  <ExportButton
                    key={format}
                    run={run}
                    report={report}
                    format={format}
                    onStarted={(started) =>
                      setExports((known) => [
                        started,
                        ...known.filter(({ operationId }) => operationId !== started.operationId),
                      ])
                    }
                  />
                ))}
              </div>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}

interface ExportButtonProps {
  run: Run;
  report: Report;
  format: ReportFormat;
  onStarted: (started: Export) => void;
}

function ExportButton({ run, report, format, onStarted }: ExportButtonProps) {
  return (
    <CommandButton<Export>
      text={format}
      label={`${report.name} as ${format}`}
      // What a run comes to changes with its version: the same report of another version is another file.
      intention={`${run.runId} ${run.version}`}
      execute={async (idempotencyKey) => {
        const input = { idempotencyKey, runId: run.runId, report: report.kind, format };
        const { exportPayrollRun } = await execute(ExportRunDocument, { input });
        return { value: exportPayrollRun?.operation, userErrors: exportPayrollRun?.userErrors ?? [] };
      }}
      onDone={onStarted}
    />
  );
}
