// Where a sink's records go, as it is stored, and what is handed over: a batch of records in their order.

export type Destination =
  | { kind: "kinesis"; roleName: string; destinationUri: string; region: string }
  | { kind: "pubsub"; serviceAccountId: string; topicName: string; gcpProjectId: string }
  | { kind: "webhook"; url: string };

export interface DeliveredRecord {
  logId: string;
  /** Place in the account's trail; it rises by one from record to record. */
  sequence: bigint;
  /** The LogRecord in canonical JSON. */
  json: string;
}

export interface Delivery {
  accountId: string;
  destination: Destination;
  /** Of a webhook: the secrets to sign with. */
  secrets: readonly string[];
  /** The same at each attempt of the same records. */
  batchId: string;
  records: readonly DeliveredRecord[];
}

/**
 * Hands a batch over and answers how many of its records, from the first on, were taken. Errors: CloudError with
 * INVALID_ARGUMENT for what the sink's owner has to change; what else is thrown may pass by itself.
 */
export type SendRecords = (delivery: Delivery) => Promise<number>;
