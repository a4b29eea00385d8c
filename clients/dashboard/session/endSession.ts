import { signOut } from 'aws-amplify/auth';

/** Signs out and reloads the page, so that nothing of the session stays in memory. */
export async function endSession(): Promise<void> {
  await signOut();
  window.location.hash = '';
  window.location.reload();
}
