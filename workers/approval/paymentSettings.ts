/**
 * What the payment files of a run name beside what is paid: the company's name and the funding account. The approver
 * approves them as they were when its inputs were frozen, and its files follow that version, whatever is changed later.
 */
import { getCompany } from '../../table/company.ts';
import { tableName } from '../../table/documentClient.ts';
import { getFundingAccount } from '../../table/fundingAccount.ts';
import { companyKey, fundingAccountKey, payGroupKey } from '../../table/keys.ts';
import { getPayGroup } from '../../table/payGroup.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import type { TransactItem } from '../../table/transact.ts';

interface PaymentSettings {
  companyName?: string | undefined;
  fundingAccountId?: string | undefined;
  fundingAccountVersion?: number | undefined;
}

/** As they are now. */
export async function getPaymentSettings({ companyId, payGroupId }: RunRecord): Promise<PaymentSettings> {
  const [company, group] = await Promise.all([getCompany(companyId), getPayGroup(companyId, payGroupId)]);
  const fundingAccountId = group?.fundingAccountId;
  const account = fundingAccountId === undefined ? undefined : await getFundingAccount(companyId, fundingAccountId);
  return { companyName: company?.name, fundingAccountId, fundingAccountVersion: account?.version };
}

/** What of them was changed since a run froze them, in words; nothing while they are the same. */
export function settingsChangedSince(run: RunRecord, now: PaymentSettings): string | undefined {
  const { type, frozenSettings, fundingAccountId } = run;
  if (type === 'REVERSAL' || !frozenSettings) return undefined;
  if (now.companyName !== frozenSettings.companyName) return "the company's name";
  if (now.fundingAccountId !== fundingAccountId) return `the funding account of the pay group "${run.payGroupId}"`;
  if (now.fundingAccountVersion !== frozenSettings.fundingAccountVersion)
    return `the funding account "${fundingAccountId}"`;
  return undefined;
}

/** The checks that go into the transaction that approves a run: none of them was changed. */
export function paymentSettingsChecks(run: RunRecord): TransactItem[] {
  const { type, companyId, payGroupId, fundingAccountId, frozenSettings } = run;
  if (type === 'REVERSAL' || !frozenSettings) return [];
  const { companyName, fundingAccountVersion } = frozenSettings;
  const TableName = tableName();
  const checks: TransactItem[] = [
    {
      ConditionCheck: {
        TableName,
        Key: companyKey(companyId),
        ConditionExpression: '#name = :name',
        ExpressionAttributeNames: { '#name': 'name' },
        ExpressionAttributeValues: { ':name': companyName },
      },
    },
    {
      ConditionCheck: {
        TableName,
        Key: payGroupKey(companyId, payGroupId),
        ...(fundingAccountId === undefined
          ? { ConditionExpression: 'attribute_not_exists(fundingAccountId)' }
          : {
              ConditionExpression: 'fundingAccountId = :account',
              ExpressionAttributeValues: { ':account': fundingAccountId },
            }),
      },
    },
  ];
  if (fundingAccountId !== undefined)
    checks.push({
      ConditionCheck: {
        TableName,
        Key: fundingAccountKey(companyId, fundingAccountId),
        ConditionExpression: 'version = :version',
        ExpressionAttributeValues: { ':version': fundingAccountVersion },
      },
    });
  return checks;
}
