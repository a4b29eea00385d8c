import { ScreenTitle } from '../components/ScreenTitle.tsx';

export function NoAccess() {
  return (
    <>
      <ScreenTitle title="Not for your role" />
      <p>This part is for the payroll office, and your account does not have that role. Ask a payroll administrator.</p>
    </>
  );
}
