import { Button } from 'react-aria-components/Button';
import { hrefOf } from './navigation/Route.ts';
import { endSession } from './session/endSession.ts';
import { groupInWords } from './session/groupInWords.ts';
import { useSession } from './session/SessionContext.ts';
import './TopBar.css';

export function TopBar({ companyName }: { companyName: string }) {
  const { username, groups } = useSession();
  return (
    <header className="top-bar">
      <a className="top-bar-home" href={hrefOf({ screen: 'runs' })}>
        <span className="top-bar-product">Payroll</span>
        <bdi className="top-bar-company">{companyName}</bdi>
      </a>
      <div className="top-bar-user">
        <span className="top-bar-name">{username}</span>
        <span className="top-bar-role">{groups.map(groupInWords).join(', ') || 'No role'}</span>
      </div>
      <Button className="button" onPress={() => void endSession()}>
        Sign out
      </Button>
    </header>
  );
}
