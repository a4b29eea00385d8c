import { Button } from 'react-aria-components/Button';
import { FactList } from '../components/FactList.tsx';
import { Panel } from '../components/Panel.tsx';
import { formatDate } from '../format/formatDate.ts';
import type { PaySchedule } from './PaySchedule.ts';
import { cutOffInWords, frequencyInWords, payDateInWords } from './scheduleInWords.ts';
import { UpcomingTable } from './UpcomingTable.tsx';

export interface SchedulePanelProps {
  schedule: PaySchedule;
  /** Changes whenever what comes next may have changed. */
  revision: string;
  onEdit?: () => void;
}

/** One pay group with its rules and its next payrolls. */
export function SchedulePanel({ schedule, revision, onEdit }: SchedulePanelProps) {
  const { payGroupId, name, frequency, anchorDate, approvalPolicy, startsAutomatically, fundingAccountId } = schedule;
  return (
    <Panel
      title={name}
      aside={
        onEdit ? (
          <Button className="button" aria-label={`Change ${name}`} onPress={onEdit}>
            Change…
          </Button>
        ) : undefined
      }
    >
      <div className="schedule">
        <FactList
          facts={[
            ['Paid', frequencyInWords(frequency)],
            ['Counted from', formatDate(anchorDate)],
            ['Pay date', payDateInWords(schedule)],
            ['Weekends, holidays', 'Paid on the banking day before'],
            ['Cut-off', cutOffInWords(schedule)],
            ['At the cut-off', startsAutomatically ? 'The run starts by itself' : 'A draft waits to be started'],
            [
              'Approval',
              approvalPolicy === 'AUTOMATIC' ? 'By itself, when the totals match' : 'By a person with that role',
            ],
            ['Paid from', fundingAccountId ? <bdi key="account">{fundingAccountId}</bdi> : 'Nobody by direct deposit'],
            ['Id', <code key="id">{payGroupId}</code>],
          ]}
        />
        <UpcomingTable payGroupId={payGroupId} name={name} revision={revision} />
      </div>
    </Panel>
  );
}
