import { useSession } from '../session/SessionContext.ts';

const USER_ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** Who did something: a person by the first part of the user id, or a worker of the service by its name. */
export function Actor({ id }: { id: string }) {
  const { userId } = useSession();
  if (id === userId) return 'you';
  return USER_ID.test(id) ? <span title={id}>user {id.slice(0, 8)}</span> : <bdi>{id}</bdi>;
}
