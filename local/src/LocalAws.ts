import { mkdirSync } from 'node:fs';
import { AppSyncApi } from './appsync/AppSyncApi.ts';
import { AwsError } from './AwsError.ts';
import type { AwsService } from './AwsService.ts';
import type { Caller } from './Caller.ts';
import { type Clock, SystemClock } from './Clock.ts';
import type { Cloud } from './Cloud.ts';
import { UserPools } from './cognito/UserPools.ts';
import { DataDirectoryLock } from './DataDirectoryLock.ts';
import { deploy } from './deploy.ts';
import { describeApi } from './describeApi.ts';
import { DynamoDb } from './dynamodb/DynamoDb.ts';
import { EventBridge } from './eventbridge/EventBridge.ts';
import { type Faults, NO_FAULTS } from './Faults.ts';
import { FunctionDeadLetters } from './FunctionDeadLetters.ts';
import { Gateway } from './gateway/Gateway.ts';
import type { HttpAnswer } from './gateway/HttpExchange.ts';
import { SigV4 } from './gateway/SigV4.ts';
import { moduleBeside } from './moduleBeside.ts';
import { HourlySweep } from './HourlySweep.ts';
import { RoleCallers, type UnusedGrant } from './iam/RoleCallers.ts';
import { Kms } from './kms/Kms.ts';
import { Lambda } from './lambda/Lambda.ts';
import { graphqlEndpoint } from './graphqlEndpoint.ts';
import type { ThreadReport } from './openThreadServices.ts';
import { RoleKeys } from './RoleKeys.ts';
import { S3 } from './s3/S3.ts';
import { S3Rest } from './s3/S3Rest.ts';
import { Scheduler } from './scheduler/Scheduler.ts';
import { SchedulerRest } from './SchedulerRest.ts';
import { ServicePrincipals } from './ServicePrincipals.ts';
import { Sqs } from './sqs/Sqs.ts';
import { StepFunctions } from './stepfunctions/StepFunctions.ts';
import { loadTemplate } from './template/loadTemplate.ts';
import type { Template } from './template/Template.ts';
import { WebAcl } from './waf/WebAcl.ts';

export interface LocalAwsOptions {
  /** The cloud assembly: `cdk.out/`. */
  assembly: string;
  /** Where everything that survives a restart lies. One process at a time. */
  dataDirectory: string;
  /** The port to listen on, on loopback; it must be known beforehand, because URLs of queues and the API contain it. */
  port: number;
  /** Twelve digits, as in every ARN. */
  accountId?: string;
  region?: string;
  clock?: Clock;
  faults?: Faults;
  random?: () => number;
  /** Serves the dashboard. */
  pages?: (path: string) => HttpAnswer | undefined;
  /** One line for the operator: a function's log, or a defect of the engine itself. */
  log?: (line: string) => void;
}

/** What a start of the engine can say about itself. */
export interface EngineReport {
  /** Settings of the template that have no effect here, each with the reason or as the name of a rule that is not run. */
  notEmulated: string[];
  /** What roles may do and have not done since the start. */
  unusedGrants: UnusedGrant[];
}

const DEFAULT_ACCOUNT_ID = '000000000000';
const DEFAULT_REGION = 'us-east-1';

/** The services of one AWS account on one machine, made from a synthesized template and nothing else. */
export class LocalAws {
  readonly template: Template;
  readonly endpoint: string;
  readonly cloud: Cloud;
  readonly dynamoDb: DynamoDb;
  readonly sqs: Sqs;
  readonly eventBridge: EventBridge;
  readonly scheduler: Scheduler;
  readonly stepFunctions: StepFunctions;
  readonly lambda: Lambda;
  readonly kms: Kms;
  readonly s3: S3;
  readonly userPools: UserPools;
  readonly #appSync: AppSyncApi | undefined;
  readonly #keys: RoleKeys;
  readonly #roles: RoleCallers;
  readonly #gateway: Gateway;
  readonly #sweep: HourlySweep;
  readonly #port: number;
  readonly #notEmulated: string[];
  /** Closes what was opened, the last first. */
  readonly #closers: (() => void | Promise<void>)[] = [];

  /**
   * @throws DataDirectoryInUse when another process has the data directory
   * @throws UnsupportedLocally for what the template asks and this does not emulate
   */
  constructor(options: LocalAwsOptions) {
    const { dataDirectory, port, clock = new SystemClock(), faults = NO_FAULTS, random = Math.random } = options;
    const { accountId = DEFAULT_ACCOUNT_ID, region = DEFAULT_REGION } = options;
    if (!/^\d{12}$/.test(accountId)) throw new RangeError(`The account is "${accountId}"; it must be twelve digits.`);
    if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(region))
      throw new RangeError(`The region is "${region}"; it must look like us-east-1.`);
    const log = options.log ?? (() => {});
    const onDefect = (error: unknown) => log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    const opened = <T extends { close(): void | Promise<void> }>(part: T): T => {
      this.#closers.push(() => part.close());
      return part;
    };
    this.#port = port;
    this.endpoint = `http://127.0.0.1:${port}`;
    this.template = loadTemplate(options.assembly, { accountId, region, endpoint: this.endpoint });
    this.#roles = new RoleCallers(this.template, accountId);
    this.#keys = new RoleKeys(accountId, (arn) => this.#roles.callerOfRole(arn));
    const api = describeApi(this.template);
    const principals = new ServicePrincipals(this.#roles, this.template);

    const cloud: Cloud = {
      accountId,
      region,
      clock,
      faults,
      dataDirectory,
      random,
      callerOfRole: (arn, servicePrincipal) =>
        arn.startsWith('arn:') ? this.#roles.callerOfRole(arn, servicePrincipal) : principals.callerOf(arn),
      call: (targetPrefix, operation, input, caller) => this.#call(targetPrefix, operation, input, caller),
      invokeLambda: (functionArn, payload, caller) => this.lambda.invoke(functionArn, payload, caller),
      executeGraphql: (apiId, request, caller) => {
        if (apiId !== api?.apiId) throw new AwsError('NotFoundException', `GraphQL API ${apiId} not found.`);
        return this.appSync.executeAs(caller, request);
      },
      getObject: (bucket, key, caller) => this.s3.getObject(bucket, key, caller),
      putObject: async (bucket, key, body, caller) => void (await this.s3.putObject(bucket, key, body, {}, caller)),
    };
    this.cloud = cloud;
    const [webAcl] = this.template.resourcesOfType('AWS::WAFv2::WebACL');
    const firewall = webAcl && new WebAcl(cloud, webAcl.properties);
    const functionDeadLetters = new FunctionDeadLetters(cloud, this.template);

    try {
      mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
      opened(new DataDirectoryLock(dataDirectory));
      this.dynamoDb = opened(new DynamoDb(cloud));
      this.kms = new Kms(cloud);
      this.s3 = opened(new S3(cloud));
      this.userPools = opened(new UserPools(cloud, { issuerBase: this.endpoint }));
      this.#sweep = opened(
        new HourlySweep(clock, async () => {
          try {
            this.dynamoDb.sweepExpired();
            await this.s3.sweepExpired();
          } catch (error) {
            onDefect(error);
          }
        }),
      );
      this.lambda = opened(
        new Lambda(cloud, {
          endpointUrl: this.endpoint,
          credentialsOf: (roleArn) => this.#keys.credentialsOf(roleArn),
          dispatch: (request) => this.#gateway.dispatch(request),
          threadServices: {
            module: moduleBeside(import.meta.url, './openThreadServices').href,
            policiesOf: (roleArn) => this.#roles.policiesOf(roleArn),
            onReport: (report) => this.#takeReport(report as ThreadReport),
          },
          onLog: ({ functionName, line }) => log(`${functionName}: ${line}`),
        }),
      );
      // Opened after the functions and so closed before them: nobody takes their end for a failure of the work.
      this.eventBridge = opened(new EventBridge(cloud, functionDeadLetters.keep));
      this.stepFunctions = opened(
        new StepFunctions(cloud, { onStatusChange: (event) => this.eventBridge.putServiceEvent(event) }),
      );
      this.scheduler = opened(new Scheduler(cloud, functionDeadLetters.keep));
      this.sqs = opened(new Sqs(cloud));
      const signatures = new SigV4({
        clock,
        region,
        credentials: (accessKeyId, sessionToken) => this.#keys.holderOf(accessKeyId, sessionToken),
      });
      this.#appSync =
        api &&
        new AppSyncApi(api, cloud, {
          userPoolTokens: this.userPools,
          verifySigV4: ({ query, body, ...request }) =>
            signatures.verify({ ...request, queryString: query, body: Buffer.from(body) }, 'appsync'),
          log,
          ...(firewall && { firewall }),
        });
      this.#gateway = opened(
        new Gateway({
          clock,
          signatures,
          ...(this.#appSync && { graphql: graphqlEndpoint(this.#appSync) }),
          ...(firewall && { firewall }),
          userPools: this.userPools,
          jsonServices: [this.dynamoDb, this.kms, this.sqs, this.eventBridge, this.stepFunctions],
          restServices: [new S3Rest(cloud, this.s3, onDefect), new SchedulerRest(this.scheduler)],
          pages: options.pages ?? (() => undefined),
          onDefect,
        }),
      );
      // Closed before the gateway, which would cut the subscribers' sockets off without a word.
      if (this.#appSync) opened(this.#appSync);
      this.#notEmulated = [
        ...deploy(this),
        ...this.s3.notEmulated,
        ...this.userPools.notEmulated,
        ...(firewall?.notEmulated ?? []).map((rule) => `WAF rule ${rule}: AWS keeps its patterns to itself`),
      ];
    } catch (error) {
      // Nothing has begun, so there is nothing to wait for, and the caller may try again at once.
      for (const close of this.#closers.reverse()) void close();
      throw error;
    }
  }

  /** The GraphQL API of the template. */
  get appSync(): AppSyncApi {
    if (!this.#appSync) throw new Error('The template has no GraphQL API.');
    return this.#appSync;
  }

  /** Whoever operates the account: allowed everything. */
  get operator(): Caller {
    return this.#keys.operator;
  }

  /**
   * Listens, and goes on with whatever was under way when the process last ended. What cannot start is stopped whole;
   * rejects with the reason, such as `EADDRINUSE`.
   */
  async start(): Promise<void> {
    // Lambda's time zone is UTC. Functions run in threads, and the time zone is the process's: their own `TZ` is not heeded.
    process.env['TZ'] = 'UTC';
    try {
      await this.#gateway.listen(this.#port);
      this.eventBridge.start();
      this.stepFunctions.resume();
      this.sqs.start();
      this.scheduler.start();
      this.#sweep.start();
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** Stops taking work and closes every file; what was under way goes on at the next start. */
  async stop(): Promise<void> {
    for (const close of this.#closers.splice(0).reverse()) {
      const closed = close();
      // What closes at once leaves no turn in which a part that is still open could call it.
      if (closed) await closed;
    }
  }

  /** What of the template has no effect here, and what its roles may do and have not done since the start. */
  report(): EngineReport {
    return { notEmulated: this.#notEmulated, unusedGrants: this.#roles.unusedGrants() };
  }

  async #call(
    targetPrefix: string,
    operation: string,
    input: Record<string, unknown>,
    caller: Caller,
  ): Promise<unknown> {
    const services: AwsService[] = [
      ...[this.dynamoDb, this.kms, this.sqs, this.eventBridge, this.stepFunctions, this.userPools],
    ];
    const service = services.find((candidate) => candidate.targetPrefix === targetPrefix);
    if (!service) throw new AwsError('UnknownOperationException', `There is no service ${targetPrefix}.`);
    return service.call(operation, input, caller);
  }

  #takeReport({ roleArn, usedGrants, consumed }: ThreadReport): void {
    this.#roles.takeUsedGrants(roleArn, usedGrants);
    for (const [resource, { readUnits, writeUnits }] of consumed) {
      const total = this.dynamoDb.meter.of(resource);
      total.readUnits += readUnits;
      total.writeUnits += writeUnits;
    }
  }
}
