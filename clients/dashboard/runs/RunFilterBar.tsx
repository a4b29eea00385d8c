import { useContext } from 'react';
import { CompanyContext } from '../company/CompanyContext.ts';
import { SelectEntry } from '../components/SelectEntry.tsx';
import { RUN_TYPES, runTypeInWords } from '../format/runTypeInWords.ts';
import { RUN_STATUSES, statusInWords } from '../format/statusInWords.ts';
import { hrefOf } from '../navigation/Route.ts';
import { queryOf, type RunFilter } from './RunFilter.ts';

const YEARS_BACK = 7;

/** Chooses which runs are listed. The choice lies in the address, so that it can be sent on and survives a reload. */
export function RunFilterBar({ filter }: { filter: RunFilter }) {
  const { value } = useContext(CompanyContext);
  const thisYear = new Date().getUTCFullYear();
  const years = Array.from({ length: YEARS_BACK }, (_, back) => String(thisYear + 1 - back));
  const choose = (change: { [Member in keyof RunFilter]: RunFilter[Member] | '' }) => {
    const chosen = Object.fromEntries(Object.entries({ ...filter, ...change }).filter(([, member]) => member !== ''));
    // Replaced, so that the way back leads to the screen before and not through every choice.
    window.location.replace(hrefOf({ screen: 'runs', query: queryOf(chosen) }));
  };
  return (
    <div className="run-filter" role="search" aria-label="Filter the runs">
      <SelectEntry
        label="Pay group"
        value={filter.payGroupId ?? ''}
        options={withAll((value?.payGroups ?? []).map((group) => ({ value: group.payGroupId, text: group.name })))}
        onChange={(payGroupId) => choose({ payGroupId })}
      />
      <SelectEntry
        label="Status"
        value={filter.status ?? ''}
        options={withAll(RUN_STATUSES.map((status) => ({ value: status, text: statusInWords(status) })))}
        onChange={(status) => choose({ status: RUN_STATUSES.find((known) => known === status) ?? '' })}
      />
      <SelectEntry
        label="Type"
        value={filter.type ?? ''}
        options={withAll(RUN_TYPES.map((type) => ({ value: type, text: runTypeInWords(type) })))}
        onChange={(type) => choose({ type: RUN_TYPES.find((known) => known === type) ?? '' })}
      />
      <SelectEntry
        label="Paid in"
        value={filter.year ?? ''}
        options={withAll(years.map((year) => ({ value: year, text: year })))}
        onChange={(year) => choose({ year })}
      />
    </div>
  );
}

const withAll = (options: readonly { value: string; text: string }[]) => [{ value: '', text: 'All' }, ...options];
