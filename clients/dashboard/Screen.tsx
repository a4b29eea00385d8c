import { lazy } from 'react';
import { ScreenTitle } from './components/ScreenTitle.tsx';
import { hrefOf, type Route } from './navigation/Route.ts';
import { mayReadRuns } from './session/Session.ts';
import { useSession } from './session/SessionContext.ts';

const HomeScreen = lazy(async () => ({ default: (await import('./home/HomeScreen.tsx')).HomeScreen }));
const RunsScreen = lazy(async () => ({ default: (await import('./runs/RunsScreen.tsx')).RunsScreen }));
const RunScreen = lazy(async () => ({ default: (await import('./run/RunScreen.tsx')).RunScreen }));
const StartRunScreen = lazy(async () => ({ default: (await import('./start/StartRunScreen.tsx')).StartRunScreen }));
const HoursScreen = lazy(async () => ({ default: (await import('./hours/HoursScreen.tsx')).HoursScreen }));
const PayslipScreen = lazy(async () => ({ default: (await import('./payslip/PayslipScreen.tsx')).PayslipScreen }));
const MyPayslipScreen = lazy(async () => ({
  default: (await import('./payslip/MyPayslipScreen.tsx')).MyPayslipScreen,
}));
const EmployeesScreen = lazy(async () => ({
  default: (await import('./employees/EmployeesScreen.tsx')).EmployeesScreen,
}));
const EmployeeScreen = lazy(async () => ({ default: (await import('./employees/EmployeeScreen.tsx')).EmployeeScreen }));
const ImportScreen = lazy(async () => ({ default: (await import('./employees/ImportScreen.tsx')).ImportScreen }));
const HireScreen = lazy(async () => ({ default: (await import('./employees/HireScreen.tsx')).HireScreen }));
const SettingsScreen = lazy(async () => ({ default: (await import('./settings/SettingsScreen.tsx')).SettingsScreen }));
const SchedulesScreen = lazy(async () => ({
  default: (await import('./schedules/SchedulesScreen.tsx')).SchedulesScreen,
}));
const TaxesScreen = lazy(async () => ({ default: (await import('./taxes/TaxesScreen.tsx')).TaxesScreen }));
const HooksScreen = lazy(async () => ({ default: (await import('./hooks/HooksScreen.tsx')).HooksScreen }));
const ApiKeysScreen = lazy(async () => ({ default: (await import('./apiKeys/ApiKeysScreen.tsx')).ApiKeysScreen }));

/** The screen of a route, loaded when it is first opened. A new screen is a new line here, in `Route` and in `mayOpen`. */
export function Screen({ route }: { route: Route }) {
  switch (route.screen) {
    case 'home':
      return <HomeScreen />;
    case 'runs':
      return <RunsScreen query={route.query ?? ''} />;
    case 'run':
      return <RunScreen key={route.runId} runId={route.runId} section={route.section ?? 'overview'} />;
    case 'start':
      return <StartRunScreen key={route.query ?? ''} query={route.query ?? ''} />;
    case 'hours':
      return <HoursScreen query={route.query ?? ''} />;
    case 'payslip':
      return (
        <PayslipScreen key={`${route.runId} ${route.employeeId}`} runId={route.runId} employeeId={route.employeeId} />
      );
    case 'myPayslips':
      return <MyPayslipScreen key={route.runId ?? ''} runId={route.runId} />;
    case 'employees':
      return <EmployeesScreen />;
    case 'employee':
      return (
        <EmployeeScreen
          key={route.employeeId}
          employeeId={route.employeeId}
          {...(route.edit === undefined ? {} : { edit: route.edit })}
        />
      );
    case 'hire':
      return <HireScreen />;
    case 'settings':
      return <SettingsScreen />;
    case 'employeeImport':
      return <ImportScreen />;
    case 'schedules':
      return <SchedulesScreen />;
    case 'taxes':
      return <TaxesScreen />;
    case 'hooks':
      return <HooksScreen />;
    case 'apiKeys':
      return <ApiKeysScreen />;
    case 'unknown':
      return <NoSuchPage />;
  }
}

function NoSuchPage() {
  const isOffice = mayReadRuns(useSession());
  return (
    <>
      <ScreenTitle title="No such page" />
      <p>
        <a href={hrefOf({ screen: 'home' })}>{isOffice ? 'Go to the first page' : 'Go to your payslips'}</a>
      </p>
    </>
  );
}
