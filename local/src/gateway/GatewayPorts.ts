import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { AwsService } from '../AwsService.ts';
import type { Caller } from '../Caller.ts';
import type { Clock } from '../Clock.ts';
import type { HttpAnswer, HttpRequest } from './HttpExchange.ts';
import type { SigV4 } from './SigV4.ts';

/** AppSync: GraphQL over HTTP and its real-time protocol over WebSocket. Both check their own credentials. */
export interface GraphqlEndpoint {
  handleHttp(request: HttpRequest): Promise<HttpAnswer>;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

/** The web ACL in front of AppSync. */
export interface Firewall {
  evaluate(request: HttpRequest): { action: 'ALLOW' | 'BLOCK'; response?: CustomResponse };
}

/** An answer that the web ACL words itself. */
export interface CustomResponse {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** Cognito: most of its calls are made before there is anybody to sign them, and its keys are public documents. */
export interface UserPoolEndpoint extends AwsService {
  /** `/<poolId>/.well-known/jwks.json` and `/<poolId>/.well-known/openid-configuration`. */
  wellKnown(path: string): Promise<HttpAnswer | undefined>;
}

/** A service with paths and methods of its own (S3, Scheduler); it answers errors in its own form. */
export interface RestService {
  readonly maxBodyBytes: number;
  /** What requests to it are signed for. */
  readonly signingName?: string;
  /** Decided from the head alone. `signingName` is what the request's signature claims to be for. */
  owns(head: Omit<HttpRequest, 'body'>, signingName: string | undefined): boolean;
  /** `authenticate` throws `AwsError` when the signature is missing or wrong. */
  handle(request: HttpRequest, authenticate: () => Promise<Caller>): Promise<HttpAnswer>;
}

/** Everything the gateway stands in front of. */
export interface GatewayPorts {
  readonly clock: Clock;
  readonly signatures: SigV4;
  /** Absent when the template has no GraphQL API. */
  readonly graphql?: GraphqlEndpoint;
  /** Absent when the template associates no web ACL. */
  readonly firewall?: Firewall;
  readonly userPools: UserPoolEndpoint;
  readonly jsonServices: readonly AwsService[];
  readonly restServices: readonly RestService[];
  /** The dashboard's files; `undefined` when there is no such page. */
  readonly pages: (path: string) => HttpAnswer | undefined;
  /** Told of every defect of the engine itself, which the client sees only as `InternalFailure`. */
  readonly onDefect: (error: unknown) => void;
}
