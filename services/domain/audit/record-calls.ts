// Takes what the gateways recorded of calls on running namespaces into the accounts' trails. A call that is there
// already, by its id, is not recorded again, so gateways may repeat themselves.
import type { directoryV1 } from "#contracts";
import type { Database, Transaction } from "#domain/database";
import { chainRecords, lockTrail, type UnchainedRecord } from "./chain-records.ts";
import { plainText } from "./plain-text.ts";

type Call = directoryV1.IRecordedCall;

export async function recordCalls(database: Database, calls: readonly Call[]): Promise<void> {
  const byAccount = new Map<string, Call[]>();
  for (const call of calls) {
    const accountId = call.accountId ?? "";
    byAccount.set(accountId, [...(byAccount.get(accountId) ?? []), call]);
  }
  for (const [accountId, own] of byAccount) {
    await database.transaction((tx) => appendNew(tx, accountId, own));
  }
}

async function appendNew(tx: Transaction, accountId: string, calls: readonly Call[]): Promise<void> {
  await lockTrail(tx, accountId);
  const ids = calls.map((call) => call.id ?? "");
  const known = await tx.auditRecord.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const knownIds = new Set(known.map((record) => record.id));
  const principals = await readPrincipals(tx, accountId, calls);
  const fresh = calls.filter((call) => !knownIds.has(call.id ?? ""));
  await chainRecords(
    tx,
    accountId,
    fresh.map((call) => toRecord(call, principals.get(call.principalId ?? ""))),
  );
}

interface Principal {
  type: string;
  name: string;
}

async function readPrincipals(
  tx: Transaction,
  accountId: string,
  calls: readonly Call[],
): Promise<Map<string, Principal>> {
  const where = { accountId, id: { in: [...new Set(calls.map((call) => call.principalId ?? ""))] } };
  const users = await tx.user.findMany({ where, select: { id: true, email: true } });
  const serviceAccounts = await tx.serviceAccount.findMany({ where, select: { id: true, name: true } });
  return new Map<string, Principal>([
    ...users.map(({ id, email }) => [id, { type: "user", name: email }] as const),
    ...serviceAccounts.map(({ id, name }) => [id, { type: "service_account", name }] as const),
  ]);
}

function toRecord(call: Call, principal: Principal | undefined): UnchainedRecord {
  const subject = plainText(call.certificateSubject ?? "");
  const details = Object.entries(call.details ?? {}).map(([name, value]) => [name, plainText(value)]);
  return {
    id: call.id ?? "",
    emittedAt: new Date(call.timeMs ?? 0),
    action: `namespace.${(call.method ?? "").replace(/^[A-Z]/, (letter) => letter.toLowerCase())}`,
    operation: call.method ?? "",
    status: call.status ?? "",
    principalType: principal?.type ?? (subject === "" ? "user" : "certificate"),
    principalId: call.principalId ?? "",
    principalName: principal === undefined ? subject : plainText(principal.name),
    apiKeyId: call.apiKeyId ?? "",
    resourceType: "namespace",
    resourceId: plainText(call.namespace ?? ""),
    requestId: "",
    remoteAddress: plainText(call.remoteAddress ?? ""),
    asyncOperationId: "",
    details: { call: Object.fromEntries(details) as Record<string, string> },
  };
}
