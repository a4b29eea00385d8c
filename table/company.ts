import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { DeductionType, StateTreatment } from '../payroll/Deduction.ts';
import type { SettingsEditor } from '../payroll/preparers.ts';
import { documentClient, tableName } from './documentClient.ts';
import { companyKey } from './keys.ts';
import type { TransactItem } from './transact.ts';

/** One decision for all employees, and when it was made. */
export interface DecidedTreatmentRecord extends StateTreatment {
  type: DeductionType;
  place: string;
  reason: string;
  decidedAt: string;
}

export interface CompanyRecord {
  companyId: string;
  name: string;
  selfApprovalAllowed: boolean;
  /** How many places of the roster were taken, some of them by nobody; tells the next place and how many buckets there are. */
  employeeSequence: number;
  /** By state, from the state's rate notice: rate in parts per million, wage base in cents. */
  unemployment: Record<string, { ratePpm: number; wageBaseCents?: number }>;
  /** How places treat deductions where their law does not say. Absent means that nothing is decided. */
  deductionTreatments?: DecidedTreatmentRecord[];
  /** A 501(c)(3) organisation pays no federal unemployment tax. Absent means that it does. */
  isFutaExempt?: boolean;
  /** Levies that the law lets the employer choose to withhold. Absent means none. */
  electedLevies?: ('NY_SDI' | 'NY_PFL')[];
  /** Variance from which two people must approve a run, in parts per million. Absent: one is enough. */
  secondApproverAbovePpm?: number;
  /** Who changed it, the latest first. */
  editors?: SettingsEditor[];
  version: number;
}

export async function getCompany(companyId: string): Promise<CompanyRecord | undefined> {
  const { Item } = await documentClient.send(
    new GetCommand({ TableName: tableName(), Key: companyKey(companyId), ConsistentRead: true }),
  );
  return Item as CompanyRecord | undefined;
}

/**
 * The write that makes or changes a company. The roster's counter is left out of a change, so that it is never set back.
 */
export function putCompany(company: CompanyRecord, previous: CompanyRecord | undefined): TransactItem {
  if (!previous)
    return {
      Put: {
        TableName: tableName(),
        Item: { ...companyKey(company.companyId), ...company },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    };
  const { secondApproverAbovePpm } = company;
  return {
    Update: {
      TableName: tableName(),
      Key: companyKey(company.companyId),
      UpdateExpression:
        'SET #name = :name, selfApprovalAllowed = :allowed, unemployment = :unemployment, isFutaExempt = :futaExempt, ' +
        'electedLevies = :levies, deductionTreatments = :treatments, editors = :editors, version = :version' +
        (secondApproverAbovePpm === undefined
          ? ' REMOVE secondApproverAbovePpm'
          : ', secondApproverAbovePpm = :secondApproverAbovePpm'),
      ConditionExpression: 'version = :seen',
      ExpressionAttributeNames: { '#name': 'name' },
      ExpressionAttributeValues: {
        ':name': company.name,
        ':allowed': company.selfApprovalAllowed,
        ':unemployment': company.unemployment,
        ':futaExempt': company.isFutaExempt ?? false,
        ':levies': company.electedLevies ?? [],
        ':treatments': company.deductionTreatments ?? [],
        ':editors': company.editors ?? [],
        ':version': company.version,
        ':seen': previous.version,
        ...(secondApproverAbovePpm === undefined ? {} : { ':secondApproverAbovePpm': secondApproverAbovePpm }),
      },
    },
  };
}

/**
 * Takes the next `count` places of the roster and answers the first of them. Places that are not used afterwards stay
 * empty, which costs nothing: a place is only the partition where an employee lives.
 */
export async function reserveEmployeePlaces(companyId: string, count: number): Promise<number> {
  const { Attributes } = await documentClient.send(
    new UpdateCommand({
      TableName: tableName(),
      Key: companyKey(companyId),
      UpdateExpression: 'ADD employeeSequence :count',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':count': count },
      ReturnValues: 'UPDATED_NEW',
    }),
  );
  return (Attributes as Pick<CompanyRecord, 'employeeSequence'>).employeeSequence - count;
}
