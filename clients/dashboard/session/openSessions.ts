/*
 * A sign-in ends with its tab, and two tabs may be two people. A new tab can take over the sign-in of an open one, when the
 * person chooses to: the tokens go from tab to tab, are never written to disk, and reach no other origin.
 */

const CHANNEL = 'payroll-sessions';

/** Where Amplify keeps the tokens of a tab. */
const TOKENS = 'CognitoIdentityServiceProvider.';

/** Another tab answers within this, or there is none. */
const ANSWER_MS = 400;

type Message =
  | { is: 'whoIsThere' }
  | { is: 'here'; tab: string; username: string }
  | { is: 'give'; tab: string; to: string }
  | { is: 'given'; to: string; entries: readonly (readonly [string, string])[] };

/** A sign-in that another tab of this browser has. */
export interface OpenSession {
  tab: string;
  username: string;
}

/**
 * Answers other tabs while somebody is signed in here.
 * @returns a function that stops it
 */
export function offerSession(username: string): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  const tab = crypto.randomUUID();
  const say = (message: Message) => channel.postMessage(message);
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.is === 'whoIsThere') say({ is: 'here', tab, username });
    if (data.is === 'give' && data.tab === tab) say({ is: 'given', to: data.to, entries: tokenEntries() });
  };
  return () => channel.close();
}

/** Who is signed in in other tabs, each person once. */
export async function openSessions(): Promise<OpenSession[]> {
  const found = new Map<string, OpenSession>();
  await ask({ is: 'whoIsThere' }, (message) => {
    if (message.is === 'here') found.set(message.username, { tab: message.tab, username: message.username });
    return false;
  });
  return [...found.values()];
}

/** Takes over the sign-in of another tab; answers whether that tab was still there. */
export async function takeSession({ tab }: OpenSession): Promise<boolean> {
  const to = crypto.randomUUID();
  return ask({ is: 'give', tab, to }, (message) => {
    if (message.is !== 'given' || message.to !== to) return false;
    for (const [key, value] of message.entries) sessionStorage.setItem(key, value);
    return true;
  });
}

/** Asks all tabs, and listens until `isEnough` or nothing more is to be expected. */
async function ask(question: Message, isEnough: (answer: Message) => boolean): Promise<boolean> {
  const channel = new BroadcastChannel(CHANNEL);
  try {
    return await new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), ANSWER_MS);
      channel.onmessage = ({ data }: MessageEvent<Message>) => {
        if (!isEnough(data)) return;
        clearTimeout(timer);
        resolve(true);
      };
      channel.postMessage(question);
    });
  } finally {
    channel.close();
  }
}

const tokenEntries = () => Object.entries(sessionStorage).filter(([key]) => key.startsWith(TOKENS));
