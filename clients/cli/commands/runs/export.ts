import {
  ExportOfRunDocument,
  type ExportPartsFragment,
  ExportRunDocument,
} from '../../../generated/operations/graphql.ts';
import type { ReportFormat, ReportKind } from '../../../generated/schema.ts';
import { pause } from '../../../sdk/pause.ts';
import { CliError } from '../../CliError.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';
import { saveFile } from '../../saveFile.ts';

interface Given {
  run: string;
  report: ReportKind;
  format: ReportFormat;
  output: string;
}

const LOOK_EVERY_MS = 500;

export async function run(invocation: Invocation<Given>): Promise<number> {
  const { run: runId, report, format, output } = invocation.given;
  const { operation } = await invocation.change(ExportRunDocument, { runId, report, format });
  if (!operation) throw new CliError(EXIT.fault, 'EMPTY', 'The service answered without an operation.');
  const { url, operationId } = await finished(invocation, operation);
  const bytes = await saveFile(invocation, url, output);
  // The file itself may be what standard output is for.
  if (output !== '-')
    invocation.print({ runId, operationId, report, format, output, bytes }, () => `${output}: ${bytes} bytes`);
  return EXIT.ok;
}

/** The operation once its file is there, asked for from time to time. */
async function finished(
  invocation: Invocation<Given>,
  begun: ExportPartsFragment,
): Promise<{ operationId: string; url: string }> {
  const bar = invocation.progressBar('written');
  let operation: ExportPartsFragment | null = begun;
  try {
    for (;;) {
      const { operationId } = begun;
      if (!operation) throw new CliError(EXIT.refused, 'OPERATION_NOT_FOUND', `Operation ${operationId} is gone.`);
      const { status, url, reason, doneCount, totalCount } = operation;
      if (status === 'FAILED') throw new CliError(EXIT.incomplete, 'EXPORT_FAILED', reason ?? 'The export failed.');
      if (status === 'SUCCEEDED' && url) return { operationId, url };
      if (!invocation.json) bar.update(doneCount, totalCount, status);
      await pause(LOOK_EVERY_MS, invocation.signal);
      operation = (await invocation.read(ExportOfRunDocument, { operationId })).operation;
    }
  } finally {
    bar.end();
  }
}
