import { GraphiQL } from 'graphiql';
import { useMemo, useRef, useState } from 'react';
import { createFetcher } from './createFetcher.ts';
import { partnerIdentity, userIdentity } from './Identity.ts';
import { IdentityBar } from './IdentityBar.tsx';
import type { GraphiqlConfig } from './readConfig.ts';

const FIRST_OPERATION = `# Operations are sent as the person chosen above. Ctrl-Space completes, Ctrl-Enter sends.
query Runs {
  payrollRuns(first: 5) {
    nodes {
      runId
      status
    }
  }
}
`;

/** GraphiQL for the local engine, with the sample users to try operations as. */
export function GraphiqlPage({ config }: { config: GraphiqlConfig }) {
  const [username, setUsername] = useState(config.sampleUsers[0]?.username ?? '');
  const [secret, setSecret] = useState('');
  const identity = useMemo(() => {
    const user = config.sampleUsers.find((candidate) => candidate.username === username);
    return user ? userIdentity(config, user) : partnerIdentity(secret);
  }, [config, username, secret]);
  // GraphiQL keeps one fetcher, and with it what was typed, for all identities.
  const latest = useRef(identity);
  latest.current = identity;
  const fetcher = useMemo(() => createFetcher(config.graphqlUrl, () => latest.current), [config]);
  return (
    <>
      <IdentityBar
        users={config.sampleUsers}
        username={username}
        onUsername={setUsername}
        secret={secret}
        onSecret={setSecret}
      />
      <GraphiQL fetcher={fetcher} defaultQuery={FIRST_OPERATION} isHeadersEditorEnabled={false} />
    </>
  );
}
