// What every use case receives first: who acts, in which request, and the ports to the world outside the domain.
import type { Clock } from "#shared/clock";
import type { Envelope } from "#shared/envelope";
import type { Ids } from "#shared/ids";
import type { Logger } from "#shared/log";
import type { ProposedChange, Requirement } from "#domain/consensus";
import type { Database, Transaction } from "#domain/database";

/**
 * What an action is about. One that names nothing stands for anything at all: allowed then means that there is something
 * it is allowed on, and the use case asks again with what it finds.
 */
export interface Resource {
  /** "<name>.<account>" */
  namespace?: string | undefined;
  /** The project's id; with a namespace, the project that the namespace belongs to. */
  project?: string | undefined;
  /** The id of a Nexus endpoint, a connectivity rule or a custom role. */
  id?: string | undefined;
  /** The account as a whole: rights on parts of it are not enough. */
  wholeAccount?: true;
}

/** The authenticated caller. Permissions are looked up at each call, never carried in a token. */
export interface Actor {
  accountId: string;
  /** "directory" is the account's identity provider, by SCIM. */
  principalType: "user" | "service_account" | "directory" | "operator" | "system";
  principalId: string;
  /** For audit and messages: an email or a service account's name. */
  principalName: string;
  /** Set when the call was made with an API key. */
  apiKeyId?: string;
  /** Why the actor may do less than its roles say, and what to do about it. */
  limitation?: string;
  /** Every action the actor may do, resolved from roles; checked through `can`. */
  can(action: string, resource?: Resource): boolean;
}

/**
 * Starts long-running work on the control-plane cell. The workflow id is `workflowIdOf(work)`, so a repeat is one
 * start. Use cases do not call it: `mutate` of #domain/operations does, after its commit.
 */
export interface WorkflowStarter {
  start(work: {
    workflowType: string;
    accountId: string;
    operationId: string;
    input: unknown;
    signal?: AbortSignal;
  }): Promise<void>;
}

/**
 * The workflow id of an operation. Clients choose operation ids, so two accounts may choose the same one: the account
 * is part of the workflow's id.
 */
export function workflowIdOf(operation: { accountId: string; operationId: string }): string {
  return `${operation.accountId}/${operation.operationId}`;
}

/** Wakes a job queue. The row in the database is the truth; a lost wake-up costs latency only. */
export interface JobWaker {
  wake(queue: "mail" | "expiry" | "reports"): Promise<void>;
}

/** What the installation is like, as far as the domain must know. */
export interface Installation {
  /** Where people reach the cloud, for links in mails: "https://cloud.example.com", without a slash at the end. */
  publicUrl: string;
  /** "mailbox" keeps mails for the mailbox page; "smtp" sends them and shows them to nobody. */
  mailMode: "mailbox" | "smtp";
  /** Addresses of the people who may enter the operator area. */
  operatorEmails: readonly string[];
}

/** A change that waits for other people: its operation, and the hash of the request that they agree to. */
export interface HeldChange {
  operationId: string;
  requestHash: string;
}

/** The consensus rule, as `mutate` of #domain/operations asks it for every change. */
export interface Consensus {
  /**
   * Reads what guards the change before it is made; the answer then judges what it changed. Undefined lets it be kept
   * at once.
   */
  guardOf(
    tx: Transaction,
    accountId: string,
    change: ProposedChange,
  ): Promise<((outcome: Pick<ProposedChange, "before" | "after">) => Requirement | undefined) | undefined>;
  /** Writes the request for approval, in the transaction of its operation. */
  ask(
    tx: Transaction,
    context: DomainContext,
    held: HeldChange & { change: ProposedChange; requirement: Requirement },
  ): Promise<void>;
}

/** Set when a change is carried out that waited and was approved. */
export interface Approved {
  operationId: string;
  /** Of the request for approval. */
  requestId: string;
  /** Called in the transaction of the change. Errors: ABORTED when it was carried out before. */
  done(tx: Transaction): Promise<void>;
}

/** The rule of who may have namespaces made beyond what roles say: members of a group of a directory. */
export interface ProvisioningGate {
  /**
   * Answers with the memberships by which the caller passes; none where there is no gate.
   * Errors: PERMISSION_DENIED, UNAVAILABLE when the directory cannot be asked, FAILED_PRECONDITION when it cannot be asked
   * as it is set up.
   */
  check(context: DomainContext): Promise<{ userDn: string; groupDn: string }[]>;
}

export interface DomainContext {
  actor: Actor;
  requestId: string;
  remoteAddress: string;
  log: Logger;
  clock: Clock;
  ids: Ids;
  signal: AbortSignal;
  database: Database;
  workflows: WorkflowStarter;
  jobs: JobWaker;
  installation: Installation;
  /** Seals and opens secrets at rest under the installation's master key. */
  envelope: Envelope;
  /** Absent where no customer acts: our own workflows and jobs, and tests of other things. */
  consensus?: Consensus;
  /** Absent in the same places. */
  provisioningGate?: ProvisioningGate;
  approved?: Approved;
  /** Why the caller makes the change, in own words, for those who approve it. */
  reason?: string;
  /** What `ids` are made from, when they can be made again. */
  idSeed?: string;
}

/**
 * The database as a use case of this caller may touch it: a customer's work sees rows of its own account only, by
 * PostgreSQL's row-level security. Operators and our own jobs cross accounts by their nature; who is nobody yet
 * (sign-up, sign-in) has no account.
 */
export function databaseOf(database: Database, actor: Actor): Database {
  const isTenant = ["user", "service_account", "directory"].includes(actor.principalType);
  return isTenant && actor.accountId !== "" ? database.forAccount(actor.accountId) : database;
}
