import { useSession } from '../session/SessionContext.ts';

const USER_ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** Who did something: a person by the first part of the user id, or the service, with the name of its worker. */
export function Actor({ id }: { id: string }) {
  const { userId } = useSession();
  if (id === userId) return 'you';
  if (id === 'policy') return 'the policy of its pay group';
  if (USER_ID.test(id)) return <span title={id}>user {id.slice(0, 8)}</span>;
  return (
    <>
      the service (<bdi>{id}</bdi>)
    </>
  );
}
