import { createElement, type FunctionComponent, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { CancelPayrollRunDocument, PayrollRunsDocument } from '../../../clients/generated/operations/graphql.ts';
import { PayrollClient } from '../../../clients/sdk/PayrollClient.ts';
import { PayrollProvider } from '../../../clients/sdk/react/PayrollProvider.ts';
import { useCommand } from '../../../clients/sdk/react/useCommand.ts';
import { usePages } from '../../../clients/sdk/react/usePages.ts';
import { usePayrollRun } from '../../../clients/sdk/react/usePayrollRun.ts';

/* Runs in the browser: each hook shows what it knows, and has a button for what it can be asked. */

const e = createElement;
const codeOf = (error: unknown) => (error as { code?: string } | undefined)?.code ?? 'none';

const Runs: FunctionComponent = () => {
  const [first, setFirst] = useState(2);
  const { nodes, hasMore, error, readOn } = usePages(PayrollRunsDocument, { first });
  const text = `${nodes.map(({ runId }) => runId).join(' ')} more:${hasMore} error:${codeOf(error)}`;
  return e(
    'div',
    null,
    e('output', { id: 'runs' }, text),
    e('button', { onClick: readOn }, 'read on'),
    e('button', { onClick: () => setFirst(3) }, 'three a page'),
  );
};

const Cancel: FunctionComponent = () => {
  const { send, isSending, payload, error } = useCommand(CancelPayrollRunDocument);
  const text = `sending:${isSending} status:${payload?.run?.status ?? 'none'} error:${codeOf(error)}`;
  const cancel = () => send({ runId: 'run_1', reason: 'wrong' });
  const cancelTwice = () => {
    cancel();
    cancel();
  };
  return e(
    'div',
    null,
    e('output', { id: 'cancel' }, text),
    e('button', { onClick: cancel }, 'cancel'),
    e('button', { onClick: cancelTwice }, 'double click'),
  );
};

const Run: FunctionComponent = () => {
  const { run, error } = usePayrollRun('run_1');
  return e('output', { id: 'run' }, `${run?.status ?? 'unknown'} ${run?.statusReason ?? ''} error:${codeOf(error)}`);
};

/** The compiler of the tests knows Node.js alone. */
const page = globalThis as unknown as {
  location: { origin: string };
  document: { getElementById(id: string): Parameters<typeof createRoot>[0] };
};
const client = new PayrollClient({ endpoint: `${page.location.origin}/graphql`, token: 'key secret' });
createRoot(page.document.getElementById('root')).render(e(PayrollProvider, { client }, e(Runs), e(Cancel), e(Run)));
