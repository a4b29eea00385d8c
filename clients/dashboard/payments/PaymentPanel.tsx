import { useCallback, useMemo, useState } from 'react';
import { PaymentsDocument } from '../../generated/operations/graphql.ts';
import type { PayrollRunStatus } from '../../generated/schema.ts';
import { execute } from '../api/execute.ts';
import { PagedList } from '../api/PagedList.ts';
import { usePagedList } from '../api/usePagedList.ts';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Panel } from '../components/Panel.tsx';
import { VirtualTable } from '../components/VirtualTable.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { isPosted } from '../run/runActions.ts';
import { mayStartAndCancel } from '../session/Session.ts';
import { useSession } from '../session/SessionContext.ts';
import { MarkReturnedDialog } from './MarkReturnedDialog.tsx';
import type { Payment } from './Payment.ts';
import { paymentColumns } from './paymentColumns.tsx';

const PAGE = 100;

export interface PaymentPanelProps {
  runId: string;
  status: PayrollRunStatus;
  revision: string;
  onChanged: () => void;
}

/** Every payment of the run, read as far as somebody looks. */
export function PaymentPanel({ runId, status, revision, onChanged }: PaymentPanelProps) {
  const mayMark = mayStartAndCancel(useSession()) && isPosted(status);
  const [marked, setMarked] = useState<Payment>();
  const list = useMemo(
    () =>
      new PagedList<Payment>(PAGE, async (after) => {
        const { payments } = await execute(PaymentsDocument, { runId, first: PAGE, after });
        return payments ?? { nodes: [], pageInfo: { hasNextPage: false } };
      }),
    [runId],
  );
  const { nodes, hasNextPage, isReading, fault } = usePagedList(list, revision);
  const columns = useMemo(() => paymentColumns(mayMark ? setMarked : undefined), [mayMark]);
  const need = useCallback((count: number) => list.need(count), [list]);
  // How many there are is known at the end only; until then the table shows that there are more.
  const rowCount = nodes.length + (hasNextPage ? PAGE : 0);
  return (
    <Panel title="Payments">
      {fault && <FaultNotice fault={fault} onRetry={list.refresh} />}
      {nodes.length > 0 && (
        <VirtualTable
          name="Payments"
          className="payments"
          columns={columns}
          rows={nodes}
          rowCount={rowCount}
          onNeed={need}
        />
      )}
      {nodes.length === 0 && isReading && <Waiting what="the payments" />}
      {nodes.length === 0 && !isReading && !fault && <p className="muted">Nobody is paid by this run.</p>}
      {marked && (
        <MarkReturnedDialog
          payment={marked}
          onClose={() => setMarked(undefined)}
          onDone={() => {
            setMarked(undefined);
            onChanged();
          }}
        />
      )}
    </Panel>
  );
}
