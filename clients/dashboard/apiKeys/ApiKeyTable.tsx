import { Button } from 'react-aria-components/Button';
import type { ApiKeyScope } from '../../generated/schema.ts';
import '../components/CardTable.css';
import '../components/StatusBadge.css';
import { formatInstant } from '../format/formatInstant.ts';
import type { ApiKey } from './ApiKey.ts';
import { scopeInWords } from './scopeInWords.ts';

export interface ApiKeyTableProps {
  keys: readonly ApiKey[];
  onRevoke: (key: ApiKey) => void;
}

export function ApiKeyTable({ keys, onRevoke }: ApiKeyTableProps) {
  return (
    <div className="card-table-frame" tabIndex={0} role="region" aria-label="API keys, scrollable">
      <table className="card-table">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Key</th>
            <th scope="col">May</th>
            <th scope="col">Created</th>
            <th scope="col">Status</th>
            <th scope="col">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => {
            const { apiKeyId, name, scopes, createdAt, revokedAt } = key;
            return (
              <tr key={apiKeyId}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td data-name="Key">
                  <code title={apiKeyId}>{apiKeyId.slice(0, 12)}</code>
                </td>
                <td data-name="May">{scopes.map((scope: ApiKeyScope) => scopeInWords(scope)).join(' and ')}</td>
                <td data-name="Created">
                  {createdAt ? <time dateTime={createdAt}>{formatInstant(createdAt)}</time> : '–'}
                </td>
                <td data-name="Status">
                  {revokedAt ? (
                    <span className="badge badge-neutral">Revoked {formatInstant(revokedAt)}</span>
                  ) : (
                    <span className="badge badge-good">Active</span>
                  )}
                </td>
                <td>
                  {!revokedAt && (
                    <div className="button-row">
                      <Button className="button" aria-label={`Revoke ${name}`} onPress={() => onRevoke(key)}>
                        Revoke…
                      </Button>
                    </div>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
