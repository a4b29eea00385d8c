import { useContext } from 'react';
import { CompanyContext } from '../company/CompanyContext.ts';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { ScreenTitle } from '../components/ScreenTitle.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { hrefOf } from '../navigation/Route.ts';
import { startChoiceOf } from './StartChoice.ts';
import { StartRunForm } from './StartRunForm.tsx';

/** Starts a run of one pay group for one pay period: the regular one, or one beside it. */
export function StartRunScreen({ query }: { query: string }) {
  const { value, fault, retry } = useContext(CompanyContext);
  return (
    <>
      <nav aria-label="Breadcrumb" className="breadcrumb">
        <a href={hrefOf({ screen: 'runs' })}>Payroll runs</a>
      </nav>
      <ScreenTitle title="Start a run" />
      {fault && <FaultNotice fault={fault} onRetry={retry} />}
      {!value && !fault && <Waiting what="the pay groups" />}
      {value?.payGroups.length === 0 && (
        <p className="empty">
          There are no pay groups yet. <a href={hrefOf({ screen: 'schedules' })}>Create one first</a>
        </p>
      )}
      {value && value.payGroups.length > 0 && (
        <StartRunForm payGroups={value.payGroups} employeeCount={value.employeeCount} asked={startChoiceOf(query)} />
      )}
    </>
  );
}
