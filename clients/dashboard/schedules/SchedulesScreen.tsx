import { useCallback, useContext, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useAnswer } from '../api/useAnswer.ts';
import { CompanyContext } from '../company/CompanyContext.ts';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { ScreenTitle } from '../components/ScreenTitle.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { ConnectionBadge } from '../run/ConnectionBadge.tsx';
import '../runs/RunsScreen.css';
import { useRunChanges } from '../runs/useRunChanges.ts';
import { mayStartAndCancel } from '../session/Session.ts';
import { useSession } from '../session/SessionContext.ts';
import type { PaySchedule } from './PaySchedule.ts';
import { readAllSchedules } from './readAllSchedules.ts';
import { ScheduleDialog } from './ScheduleDialog.tsx';
import { SchedulePanel } from './SchedulePanel.tsx';
import './schedules.css';

/** Every pay group: how often it is paid, by when everything must be in, and what comes next. */
export function SchedulesScreen() {
  const session = useSession();
  const mayEdit = mayStartAndCancel(session);
  const company = useContext(CompanyContext);
  const [saved, setSaved] = useState(0);
  /** `NEW`: a group that is not there yet. */
  const [edited, setEdited] = useState<PaySchedule | 'NEW'>();
  const { revision, connection } = useRunChanges(session.companyId);
  const { value, fault, retry } = useAnswer(useCallback(readAllSchedules, []), String(saved));
  return (
    <>
      <div className="screen-head">
        <ScreenTitle title="Schedules" />
        <ConnectionBadge connection={connection} />
        {mayEdit && (
          <div className="button-row">
            <Button className="button button-primary" onPress={() => setEdited('NEW')}>
              New pay group…
            </Button>
          </div>
        )}
      </div>
      {fault && <FaultNotice fault={fault} onRetry={retry} />}
      {value === undefined && !fault && <Waiting what="the schedules" />}
      {value?.length === 0 && (
        <p className="empty">
          There are no pay groups yet.{' '}
          {mayEdit ? 'Make one to plan the first payroll.' : 'An administrator makes them.'}
        </p>
      )}
      {value?.map((schedule) => (
        <SchedulePanel
          key={schedule.payGroupId}
          schedule={schedule}
          revision={`${revision} ${schedule.version}`}
          {...(mayEdit ? { onEdit: () => setEdited(schedule) } : {})}
        />
      ))}
      {edited && (
        <ScheduleDialog
          schedule={edited === 'NEW' ? undefined : edited}
          onClose={() => setEdited(undefined)}
          onDone={() => {
            setEdited(undefined);
            setSaved((number) => number + 1);
            company.retry(); // the other screens name the group
          }}
        />
      )}
    </>
  );
}
