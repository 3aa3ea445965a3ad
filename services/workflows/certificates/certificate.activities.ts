// What the certificate workflows do. The authority's key is opened in this process only.
import {
  abandonCertificate,
  keepCertificate,
  publishRevocation,
  signCertificate,
} from "#domain/certificates";
import type { Database } from "#domain/database";
import type { Clock } from "#shared/clock";
import type { Envelope } from "#shared/envelope";

export interface CertificateInput {
  accountId: string;
  operationId: string;
  certificateId: string;
}

export interface FailedCertificateInput extends CertificateInput {
  reason: string;
}

export interface CertificateActivities {
  signCertificate(input: CertificateInput): Promise<void>;
  abandonCertificate(input: FailedCertificateInput): Promise<void>;
  publishRevocation(input: CertificateInput): Promise<void>;
  keepCertificate(input: FailedCertificateInput): Promise<void>;
}

export function certificateActivities(ports: {
  database: Database;
  envelope: Envelope;
  clock: Clock;
}): CertificateActivities {
  const { database, envelope, clock } = ports;
  const now = (): number => clock.now();
  return {
    signCertificate: (input) =>
      database.transaction((tx) => signCertificate(tx, envelope, { ...input, now: now() })),
    abandonCertificate: (input) =>
      database.transaction((tx) => abandonCertificate(tx, { ...input, now: now() })),
    publishRevocation: (input) =>
      database.transaction((tx) => publishRevocation(tx, { ...input, now: now() })),
    keepCertificate: (input) => database.transaction((tx) => keepCertificate(tx, { ...input, now: now() })),
  };
}
