// The whole directory as one message: what the edge must know to serve without the control plane (E1).
// Reads rows of other nouns directly, because it is their projection; it changes nothing and holds no secret.
import type { directoryV1 } from "#contracts";
import type { Database, Transaction } from "#domain/database";
import { rateLimitsOf } from "#domain/quotas";
import type { Clock } from "#shared/clock";
import type { EdgeSpec } from "./edge-spec.ts";
import { readConsensus } from "./read-consensus.ts";
import { readPrincipals } from "./read-principals.ts";
import { directoryVersion } from "./touch-directory.ts";

const PAYLOAD_BYTES_MAX = 2 * 1024 * 1024;
const SERVED_ACCOUNT_STATES = ["ACTIVE", "ACTIVATING"];

/** Configurations of old have no connectivity rules and no capacity. */
type StoredEdgeSpec = Omit<EdgeSpec, "capacity" | "connectivityRuleIds"> &
  Partial<Pick<EdgeSpec, "capacity" | "connectivityRuleIds">>;

/**
 * The version is read first: what follows may be newer than it says, never older, so the edge at worst pulls once
 * more than needed.
 */
export async function readDirectory(database: Database, clock: Clock): Promise<directoryV1.IDirectory> {
  const tx = database.query;
  const version = await directoryVersion(tx);
  const now = new Date(clock.now());
  const [cells, namespaces, apiKeys, principals, signingKeys] = await Promise.all([
    tx.cell.findMany({ where: { state: "ACTIVE" }, orderBy: { id: "asc" } }),
    readNamespaces(tx, now),
    readApiKeys(tx, now),
    readPrincipals(tx),
    tx.signingKey.findMany({
      where: { OR: [{ refusedAt: null }, { refusedAt: { gt: now } }] },
      orderBy: { id: "asc" },
    }),
  ]);
  return {
    version,
    madeAtMs: now.getTime(),
    cells: cells.map(({ id, address, driver, regionId }) => ({
      cellId: id,
      address,
      driver,
      region: regionId,
    })),
    namespaces,
    apiKeys,
    principals,
    signingKeys: signingKeys.map((key) => ({ keyId: key.id, publicJwk: key.publicJwk })),
  };
}

/**
 * Keys that have not ended. One ends with the key that signed it, so that the edge refuses it at that moment by its own
 * clock (T2). Where an account has turned API keys off, all of its are disabled.
 */
async function readApiKeys(tx: Transaction, now: Date): Promise<directoryV1.IApiKey[]> {
  const [keys, accounts, ending] = await Promise.all([
    tx.apiKey.findMany({ where: { state: "ACTIVE", expiresAt: { gt: now } }, orderBy: { id: "asc" } }),
    tx.account.findMany({ where: { isApiKeyUseDisabled: true }, select: { id: true } }),
    tx.signingKey.findMany({ where: { refusedAt: { not: null } }, select: { id: true, refusedAt: true } }),
  ]);
  const refusedAt = new Map(ending.map((key) => [key.id, key.refusedAt?.getTime()]));
  const turnedOff = new Set(accounts.map((account) => account.id));
  return keys.map((key) => ({
    keyId: key.id,
    tokenSha256: key.tokenSha256,
    principalId: key.ownerId,
    expiresAtMs: Math.min(
      key.expiresAt.getTime(),
      refusedAt.get(key.signingKeyId) ?? Number.POSITIVE_INFINITY,
    ),
    disabled: key.disabled || turnedOff.has(key.accountId),
  }));
}

/** Namespaces with an applied configuration; one that is being deleted is not served any more. */
async function readNamespaces(tx: Transaction, now: Date): Promise<directoryV1.INamespace[]> {
  const [rows, accounts, revoked, rules, consensus, audits] = await Promise.all([
    tx.namespace.findMany({ where: { state: { not: "DELETING" } }, orderBy: { id: "asc" } }),
    tx.account.findMany({ select: { id: true, state: true, isPaymentOverdue: true, isOverBudget: true } }),
    readRevoked(tx, now),
    readConnectivityRules(tx),
    readConsensus(tx, now),
    tx.namespaceAudit.findMany({ where: { enabled: true }, select: { namespaceId: true } }),
  ]);
  const audited = new Set(audits.map(({ namespaceId }) => namespaceId));
  const accountStates = new Map(accounts.map((account) => [account.id, account.state]));
  const refusals = new Map(accounts.map((account) => [account.id, newWorkRefusal(account)]));
  return rows.flatMap((row) => {
    if (row.appliedSpec === null) return [];
    // The column holds a NamespaceConfiguration, which extends EdgeSpec.
    const {
      mtls,
      apiKeyEnabled,
      capacity,
      connectivityRuleIds = [],
    } = row.appliedSpec as unknown as StoredEdgeSpec;
    const limits = rateLimitsOf(capacity, row);
    return [
      {
        name: row.id,
        namespaceId: row.namespaceId,
        accountId: row.accountId,
        cellId: row.cellId,
        mtlsEnabled: mtls.enabled,
        apiKeyEnabled,
        acceptedClientCa: Buffer.from(mtls.acceptedClientCa, "utf8"),
        certificateFilters: mtls.certificateFilters,
        revokedCertificates: revoked.get(row.accountId) ?? [],
        suspended: row.suspended || !SERVED_ACCOUNT_STATES.includes(accountStates.get(row.accountId) ?? ""),
        newWorkRefusal: refusals.get(row.accountId) ?? "",
        actionsPerSecond: limits.actionsPerSecond,
        requestsPerSecond: limits.requestsPerSecond,
        payloadBytesMax: PAYLOAD_BYTES_MAX,
        audited: audited.has(row.namespaceId),
        // A rule that is not there lets nobody in.
        connectivityRestricted: connectivityRuleIds.length > 0,
        connectivityRules: connectivityRuleIds.flatMap((id) => rules.get(id) ?? []),
        guardedOperations: consensus.guardedOn(row),
        grants: consensus.grantsOn(row.id),
      },
    ];
  });
}

/** The directory's word for why an account starts nothing new. */
function newWorkRefusal(account: { isPaymentOverdue: boolean; isOverBudget: boolean }): string {
  if (account.isPaymentOverdue) return "payment";
  return account.isOverBudget ? "budget" : "";
}

async function readConnectivityRules(tx: Transaction): Promise<Map<string, directoryV1.IConnectivityRule>> {
  const rows = await tx.connectivityRule.findMany({ orderBy: { id: "asc" } });
  return new Map(
    rows.map(({ id, spec, sourceCidrs }) => {
      // The column holds a ConnectivitySpec; only private rules name a connection.
      const { connectionId = "" } = spec as { connectionId?: string };
      return [id, { ruleId: id, connectionId, sourceCidrs }];
    }),
  );
}

/** By account, not by namespace: a certificate of the account's authority opens every namespace that accepts it. */
async function readRevoked(tx: Transaction, now: Date): Promise<Map<string, string[]>> {
  const rows = await tx.certificate.findMany({
    where: { state: "REVOKED", notAfter: { gt: now } },
    select: { accountId: true, fingerprint: true },
    orderBy: { id: "asc" },
  });
  const revoked = new Map<string, string[]>();
  for (const { accountId, fingerprint } of rows) {
    revoked.set(accountId, [...(revoked.get(accountId) ?? []), fingerprint]);
  }
  return revoked;
}
