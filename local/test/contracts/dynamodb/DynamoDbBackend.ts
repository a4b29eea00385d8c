/** A DynamoDB to hold against the contract: an endpoint that speaks the wire protocol. */
export interface DynamoDbBackend {
  readonly endpoint: string;
  stop(): Promise<void>;
}
