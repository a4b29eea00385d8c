import { Suspense } from 'react';
import { CompanyDocument, PayGroupsDocument } from '../generated/operations/graphql.ts';
import { execute } from './api/execute.ts';
import { useAnswer } from './api/useAnswer.ts';
import { CompanyContext } from './company/CompanyContext.ts';
import { LoadBoundary } from './components/LoadBoundary.tsx';
import { Waiting } from './components/Waiting.tsx';
import { mayOpen } from './navigation/mayOpen.ts';
import { placesOf } from './navigation/placesOf.ts';
import { useRoute } from './navigation/useRoute.ts';
import { Screen } from './Screen.tsx';
import { NoAccess } from './session/NoAccess.tsx';
import { mayReadRuns } from './session/Session.ts';
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
    employeeCount: company?.employeeCount ?? 0,
    payGroups: payGroups?.nodes ?? [],
  };
};

const readNothing = () => Promise.resolve({ name: '', selfApprovalAllowed: false, employeeCount: 0, payGroups: [] });

/** What a signed-in person sees: the bar on top, and the screen that the address names. */
export function Workspace() {
  const session = useSession();
  const asked = useRoute();
  const company = useAnswer(mayReadRuns(session) ? readCompany : readNothing);
  const places = placesOf(session);
  const route = asked.screen === 'home' && !mayOpen('home', session) ? places[0]?.route : asked;
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
      <TopBar companyName={company.value?.name ?? ''} places={places} screen={route?.screen} />
      <main id="main" className="page" tabIndex={-1}>
        <LoadBoundary key={route?.screen}>
          <Suspense fallback={<Waiting what="the screen" />}>
            {route && mayOpen(route.screen, session) ? <Screen route={route} /> : <NoAccess />}
          </Suspense>
        </LoadBoundary>
      </main>
    </CompanyContext>
  );
}
