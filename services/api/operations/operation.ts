// One row of the operation table: which rpc, which permission, and the use case that runs. Transports mount rows.
import type { Pricing } from "#billing/prices";
import type { Collector, StripeClient } from "#billing/stripe";
import type { SendRecords } from "#domain/audit-sinks";
import type { Cells } from "#domain/cells";
import type { WriteExportFile } from "#domain/export-sinks";
import type { DomainContext } from "#domain/context";
import type { ReadRun } from "#domain/operators";
import type { LdapPolicy } from "#domain/provisioning-gates";
import type { OutboundPolicy } from "#shared/outbound-http";
import type { Pool } from "#shared/postgres";

/**
 * The action a caller must be allowed, spelled like Temporal Cloud's custom role actions ("cloud.namespace.create"),
 * or "public" for operations that need no caller.
 */
export type Permission = `cloud.${string}.${string}` | "public";

/** What an operation may do to the HTTP session besides answering; ignored over gRPC. */
export interface SessionEffects {
  set(session: { cookieValue: string; expiresAt: number }): void;
  clear(): void;
}

export interface OperationContext extends DomainContext {
  session: SessionEffects;
  /** The session's id when the caller came with a session cookie. */
  sessionId?: string;
  /** The usage database, for #usage/reports. */
  usage: Pool;
  /** Writes to export sinks. */
  writeExport: WriteExportFile;
  /** Sends to audit log sinks, and says which addresses they may have. */
  sinks: { policy: OutboundPolicy; send: SendRecords };
  /** Which addresses the identity providers of accounts may have. */
  identityPolicy: OutboundPolicy;
  /** Which LDAP directories inside the installation's networks accounts may name. */
  ldapPolicy: LdapPolicy;
  /** The billing database, for #billing/invoices and #billing/customers. */
  billing: Pool;
  /** Cells by their rows, for the operators. */
  cells: Cells;
  /** Runs of the control plane's workflows, for the operators. */
  readRun: ReadRun;
  /** What the installation sells. */
  pricing: Pricing;
  /** The payment provider, and what it collects by. */
  stripe: StripeClient;
  collector: Collector;
}

export interface Operation<Request = unknown, Response = unknown> {
  /** "package.Service/Method" */
  rpc: string;
  permission: Permission;
  /** For looks whose bad input is in the audit trail as a refused change is: at usage and money. */
  recordsBadInput?: boolean;
  /** Takes the decoded request, answers with the response message. Throws CloudError for what is expected. */
  run(context: OperationContext, request: Request): Promise<Response>;
}

/** Declares one row; the cast forgets the message types, which the descriptor of `rpc` guarantees. */
export function operation<Request, Response>(row: Operation<Request, Response>): Operation {
  return row as unknown as Operation;
}
