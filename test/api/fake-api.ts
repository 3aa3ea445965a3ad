// The API's transports over a small table of made-up operations: no database, so that what is tested is the transport.
import { webcrypto } from "node:crypto";
import type { Actor } from "#domain/context";
import { QUOTAS } from "#domain/quotas";
import { systemClock } from "#shared/clock";
import { CloudError } from "#shared/errors";
import { randomIds } from "#shared/ids";
import { createLogger } from "#shared/log";
import { x509 } from "#shared/x509";
import type { Caller } from "../../services/api/auth/authenticate.ts";
import type { Denial } from "../../services/api/calls/run-operation.ts";
import { createRateLimits } from "../../services/api/calls/rate-limits.ts";
import { operation, type Operation, type OperationContext } from "../../services/api/operations/operation.ts";
import { startApiServer, type ApiServer } from "../../services/api/server.ts";

const CLOUD = "temporal.api.cloud.cloudservice.v1.CloudService";
const OWN = "cellplane.cloud.v1";

export interface FakeApi extends ApiServer {
  url: string;
  tlsUrl: string;
  /** PEM of the server's self-signed certificate. */
  ca: string;
  denials: Denial[];
  /** Rpcs that wait for ever and have begun. */
  started: string[];
  /** Those whose signal aborted while they ran. */
  aborted: string[];
}

const session = { sessionId: "s1", csrfToken: "csrf-of-s1" };

function actor(id: string, type: Actor["principalType"], actions: readonly string[]): Actor {
  return {
    accountId: "acct1",
    principalType: type,
    principalId: id,
    principalName: id,
    can: (action) => actions.includes(action) || actions.includes("*"),
  };
}

/** Keys and sessions that exist. */
function whoIs(authorization: string | undefined, cookie: string | undefined): Caller | undefined {
  if (authorization === "Bearer owner-key") return { actor: actor("owner", "user", ["*"]) };
  if (authorization === "Bearer reader-key")
    return { actor: actor("reader", "user", ["cloud.namespace.get"]) };
  if (authorization === "Bearer robot-key") return { actor: actor("robot", "service_account", ["*"]) };
  if (authorization !== undefined) throw new CloudError("UNAUTHENTICATED", "The API key is not valid.");
  if (cookie === "session-value") return { actor: actor("owner", "user", ["*"]), session };
  if (cookie !== undefined) throw new CloudError("UNAUTHENTICATED", "The session has ended.");
  return undefined;
}

function rows(started: string[], aborted: string[]): Operation[] {
  return [
    operation<{ namespace: string }, object>({
      rpc: `${CLOUD}/GetNamespace`,
      permission: "cloud.namespace.get",
      run: async (_, { namespace }) => ({ namespace: { namespace, spec: { retentionDays: 7 } } }),
    }),
    operation<{ spec: object; asyncOperationId: string }, object>({
      rpc: `${CLOUD}/CreateNamespace`,
      permission: "cloud.namespace.create",
      run: async (_, request) => ({ namespace: JSON.stringify(request), asyncOperation: { id: "op" } }),
    }),
    operation<object, object>({
      rpc: `${CLOUD}/UpdateNamespaceExportSink`,
      permission: "cloud.exportsink.update",
      run: async (_, request) => ({ asyncOperation: { id: JSON.stringify(request) } }),
    }),
    operation<object, object>({
      rpc: `${CLOUD}/DeleteNamespace`,
      permission: "cloud.namespace.delete",
      run: async (_, request) => ({ asyncOperation: { id: JSON.stringify(request) } }),
    }),
    operation<object, object>({
      rpc: `${CLOUD}/GetUserGroups`,
      permission: "cloud.usergroup.list",
      run: async (_, request) => ({ nextPageToken: JSON.stringify(request) }),
    }),
    operation<object, object>({
      rpc: `${CLOUD}/GetRegions`,
      permission: "cloud.region.list",
      run: () => Promise.reject(new TypeError("secret internals: select * from users")),
    }),
    operation<object, object>({
      rpc: `${CLOUD}/GetAccount`,
      permission: "cloud.account.get",
      run: ({ signal }) =>
        new Promise((_, reject) => {
          started.push("GetAccount");
          signal.addEventListener("abort", () => {
            aborted.push("GetAccount");
            reject(new Error("aborted"));
          });
        }),
    }),
    operation<object, object>({
      rpc: `${CLOUD}/GetRegion`,
      permission: "cloud.region.get",
      run: () =>
        Promise.reject(new CloudError("UNAVAILABLE", "bad luck: 100 %, déjà vu", { retryAfterMs: 1500 })),
    }),
    operation<object, object>({
      rpc: `${OWN}.UsageService/DownloadUsageReport`,
      permission: "cloud.usage.get",
      run: async () => ({ contentType: "text/csv", data: Buffer.from("a,b\n1,2\n") }),
    }),
    operation<object, object>({
      rpc: `${OWN}.AccountService/SignIn`,
      permission: "public",
      run: async (context) => {
        context.session.set({ cookieValue: "session-value", expiresAt: systemClock.now() + 60_000 });
        return { csrfToken: session.csrfToken };
      },
    }),
    operation<object, object>({
      rpc: `${OWN}.AccountService/SignOut`,
      permission: "cloud.session.delete",
      run: async (context) => {
        context.session.clear();
        return {};
      },
    }),
  ];
}

export async function startFakeApi(): Promise<FakeApi> {
  const { key, certificate } = await selfSigned();
  const denials: Denial[] = [];
  const started: string[] = [];
  const aborted: string[] = [];
  const log = createLogger({ process: "api", level: "silent" });
  const server = await startApiServer({
    operations: rows(started, aborted),
    publicUrl: "http://localhost",
    listenAddress: "127.0.0.1:0",
    tls: { listenAddress: "127.0.0.1:0", key, certificate },
    ports: {
      log,
      clock: systemClock,
      ids: randomIds,
      authenticate: async ({ credentials }) => whoIs(credentials.authorization, credentials.sessionCookie),
      rateLimits: createRateLimits(systemClock, {
        quotaOf: (_, name) => QUOTAS[name].max,
        addressRequestsPerSecond: 40,
      }),
      // The made-up operations use the actor, the signal and the session only.
      makeContext: (call, caller) =>
        ({ actor: caller, signal: call.signal, session: call.session }) as OperationContext,
      recordDenial: async (_, denied) => void denials.push(denied),
    },
  });
  return {
    ...server,
    url: `http://${server.address}`,
    tlsUrl: `https://localhost:${server.tlsAddress?.split(":")[1] ?? ""}`,
    ca: certificate,
    denials,
    started,
    aborted,
  };
}

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;

async function selfSigned(): Promise<{ key: string; certificate: string }> {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: "CN=localhost",
    notBefore: new Date(systemClock.now() - 60_000),
    notAfter: new Date(systemClock.now() + 3_600_000),
    keys,
    signingAlgorithm: ALGORITHM,
    extensions: [
      new x509.SubjectAlternativeNameExtension([
        { type: "dns", value: "localhost" },
        { type: "ip", value: "127.0.0.1" },
      ]),
    ],
  });
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey("pkcs8", keys.privateKey)).toString("base64");
  const key = `-----BEGIN PRIVATE KEY-----\n${pkcs8}\n-----END PRIVATE KEY-----\n`;
  return { key, certificate: certificate.toString("pem") };
}
