import { Button } from 'react-aria-components/Button';
import type { SampleUser } from '../configuration/DashboardConfig.ts';
import { groupInWords } from './groupInWords.ts';

export interface SampleUserListProps {
  users: readonly SampleUser[];
  isBusy: boolean;
  onChoose: (user: SampleUser) => void;
}

/** The sample company's people, each one click away. */
export function SampleUserList({ users, isBusy, onChoose }: SampleUserListProps) {
  return (
    <section className="sample-users" aria-labelledby="sample-users">
      <h2 id="sample-users">Sample sign-ins</h2>
      <p className="muted">They exist on this machine alone.</p>
      <ul>
        {users.map((user) => (
          <li key={user.username}>
            <Button className="sample-user" isDisabled={isBusy} onPress={() => onChoose(user)}>
              <span className="sample-user-role">{groupInWords(user.group)}</span>
              <span className="sample-user-name">{user.username}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
