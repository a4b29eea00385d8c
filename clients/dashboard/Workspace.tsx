import { Suspense } from 'react';
import { CompanyDocument, PayGroupsDocument } from '../generated/operations/graphql.ts';
import { execute } from './api/execute.ts';
import { useAnswer } from './api/useAnswer.ts';
import { CompanyContext } from './company/CompanyContext.ts';
import { useRoute } from './navigation/useRoute.ts';
import { Screen } from './Screen.tsx';
import { NoAccess } from './session/NoAccess.tsx';
import { mayReadRuns, mayStartAndCancel } from './session/Session.ts';
import { useSession } from './session/SessionContext.ts';
import { TopBar } from './TopBar.tsx';

const readCompany = async () => {
  const [{ company }, { payGroups }] = await Promise.all([
    execute(CompanyDocument, {}),
    execute(PayGroupsDocument, { first: 100 }),
  ]);
  return {
    name: company?.name ?? '',
    selfApprovalAllowed: company?.selfApprovalAllowed ?? false,
    payGroups: payGroups?.nodes ?? [],
  };
};

const readNothing = () => Promise.resolve({ name: '', selfApprovalAllowed: false, payGroups: [] });

/** What a signed-in person sees: the bar on top, and the screen that the address names. */
export function Workspace() {
  const session = useSession();
  const route = useRoute();
  const company = useAnswer(mayReadRuns(session) ? readCompany : readNothing);
  return (
    <CompanyContext value={company}>
      <a
        className="skip-link"
        href="#main"
        onClick={(event) => {
          event.preventDefault(); // the part after `#` names the screen
          document.getElementById('main')?.focus();
        }}
      >
        Skip to content
      </a>
      <TopBar companyName={company.value?.name ?? ''} />
      <main id="main" className="page" tabIndex={-1}>
        <Suspense>
          {mayReadRuns(session) ? <Screen route={route} mayStart={mayStartAndCancel(session)} /> : <NoAccess />}
        </Suspense>
      </main>
    </CompanyContext>
  );
}
