import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ApiKeysDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Panel } from '../components/Panel.tsx';
import { ScreenTitle } from '../components/ScreenTitle.tsx';
import { useKeptFocus } from '../components/useKeptFocus.ts';
import { Waiting } from '../components/Waiting.tsx';
import '../runs/RunsScreen.css';
import type { ApiKey } from './ApiKey.ts';
import { ApiKeyTable } from './ApiKeyTable.tsx';
import './apiKeys.css';
import { CreateKeyDialog } from './CreateKeyDialog.tsx';
import { RevokeKeyDialog } from './RevokeKeyDialog.tsx';

const readKeys = async () => {
  const { apiKeys } = await execute(ApiKeysDocument, {});
  return (apiKeys ?? []).toSorted((one, other) => (other.createdAt ?? '').localeCompare(one.createdAt ?? ''));
};

/** The keys by which partner applications call the API. */
export function ApiKeysScreen() {
  const [changed, setChanged] = useState(0);
  const [isCreating, setIsCreating] = useState(false);
  const [revoked, setRevoked] = useState<ApiKey>();
  const { value: keys, fault, retry } = useAnswer(useCallback(readKeys, []), String(changed));
  useKeptFocus(keys);
  const change = () => setChanged((number) => number + 1);
  return (
    <>
      <div className="screen-head">
        <ScreenTitle title="API keys" />
        <div className="button-row">
          <Button className="button button-primary" onPress={() => setIsCreating(true)}>
            Create a key…
          </Button>
        </div>
      </div>
      {fault && <FaultNotice fault={fault} onRetry={retry} />}
      {keys === undefined && !fault && <Waiting what="the API keys" />}
      {keys && (
        <Panel title="Keys of partner applications">
          {keys.length === 0 ? (
            <p className="muted">There are none: no partner application can call the API.</p>
          ) : (
            <ApiKeyTable keys={keys} onRevoke={setRevoked} />
          )}
          <p className="muted">A key holds until it is revoked. Its secret is shown once, and stored only as a hash.</p>
        </Panel>
      )}
      {isCreating && <CreateKeyDialog onCreated={change} onClose={() => setIsCreating(false)} />}
      {revoked && (
        <RevokeKeyDialog
          apiKey={revoked}
          onClose={() => setRevoked(undefined)}
          onDone={() => {
            setRevoked(undefined);
            change();
          }}
        />
      )}
    </>
  );
}
