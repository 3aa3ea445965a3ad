// The API as it runs, on a database of its own. Only what starts workflows is left out: operations stay pending, as
// they do when the control-plane cell is away.
import { activateAccount } from "#domain/accounts";
import { createDatabase, type Database } from "#domain/database";
import { eventually } from "#harness/eventually";
import { createTestDatabase } from "#harness/postgres";
import { systemClock } from "#shared/clock";
import { createLogger } from "#shared/log";
import { startApi } from "../../services/api/api.ts";
import { readApiConfig } from "../../services/api/config.ts";

export const INTERNAL_TOKEN = "internal-token-of-this-test";
const TOO_MANY_REQUESTS = 429;
const PASSWORD = "nine purple otters 4711";

export interface RealApi {
  address: string;
  url: string;
  database: Database;
  stop(): Promise<void>;
}

export interface Person {
  accountId: string;
  userId: string;
  cookie: string;
  csrfToken: string;
}

export async function startRealApi(settings: Record<string, string> = {}): Promise<RealApi> {
  const testDatabase = await createTestDatabase("api");
  const config = readApiConfig({
    CELLPLANE_DATABASE_URL: testDatabase.url,
    CELLPLANE_USAGE_DATABASE_URL: testDatabase.url,
    CELLPLANE_BILLING_DATABASE_URL: testDatabase.url,
    CELLPLANE_LISTEN_ADDRESS: "127.0.0.1:0",
    CELLPLANE_PUBLIC_URL: "http://localhost",
    CELLPLANE_INTERNAL_TOKEN: INTERNAL_TOKEN,
    CELLPLANE_MASTER_KEY: "5".repeat(64),
    CELLPLANE_CONTROL_CELL_ADDRESS: "127.0.0.1:1",
    CELLPLANE_STRIPE_API_KEY: "sk_test_nobody",
    CELLPLANE_STRIPE_API_BASE: "http://127.0.0.1:1",
    CELLPLANE_STRIPE_WEBHOOK_SECRET: "whsec_of_this_test",
    CELLPLANE_LOG_LEVEL: "silent",
    ...settings,
    // Tests here walk through all operations as fast as they can, from one address.
    CELLPLANE_ADDRESS_REQUESTS_PER_SECOND: "10000",
    CELLPLANE_INSTALLATION: JSON.stringify({
      regions: [
        {
          id: "aws-us-east-1",
          provider: "aws",
          region: "us-east-1",
          location: "N. Virginia",
          grpcAddress: "localhost:7320",
        },
      ],
      cells: [{ id: "cell-a", region: "aws-us-east-1", driver: "embedded", address: "127.0.0.1:1" }],
      quotas: {
        requestsPerSecondPerUser: 10_000,
        requestsPerSecondPerServiceAccount: 10_000,
        requestsPerSecondPerAccount: 10_000,
      },
    }),
  });
  const log = createLogger({ process: "api", level: "silent" });
  const api = await startApi(config, log, { start: () => Promise.resolve() });
  const database = createDatabase(testDatabase.url);
  return {
    address: api.address,
    url: `http://${api.address}`,
    database,
    stop: async () => {
      await api.stop();
      await database.close();
      await testDatabase.drop();
    },
  };
}

export interface Answer {
  status: number;
  body: Record<string, unknown>;
  headers: Headers;
}

/** One call as a person with a session, as the holder of a key, or as nobody. */
export async function call(
  api: RealApi,
  method: string,
  path: string,
  options: { as?: Person | string; body?: object } = {},
): Promise<Answer> {
  // A test makes more calls than a caller may in a second; it comes back when it is told to, as a client would. A limit
  // that does not free itself says no time.
  const response = await eventually(async () => {
    const answered = await fetch(api.url + path, {
      method,
      headers: {
        ...(options.body === undefined ? {} : { "content-type": "application/json" }),
        ...credentials(options.as),
      },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    });
    const isToComeBack = answered.status === TOO_MANY_REQUESTS && answered.headers.has("retry-after");
    return isToComeBack ? undefined : answered;
  });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json") === true;
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? (JSON.parse(text) as Record<string, unknown>) : { text },
  };
}

function credentials(as: Person | string | undefined): Record<string, string> {
  if (as === undefined) return {};
  if (typeof as === "string") return { authorization: `Bearer ${as}` };
  return { cookie: as.cookie, "x-csrf-token": as.csrfToken };
}

/** Signs up through the public endpoints; provisioning is done by hand, as the workflow would. */
export async function signUp(api: RealApi, email: string): Promise<Person> {
  const made = await call(api, "POST", "/api/v1/sign-up", {
    body: { email, password: PASSWORD, accountName: email.split("@")[0] },
  });
  if (made.status !== 200) throw new Error(JSON.stringify(made.body));
  const mailbox = await call(api, "GET", `/api/v1/mailbox?to=${encodeURIComponent(email)}`);
  const [mail] = mailbox.body["mails"] as { text: string }[];
  const token = /token=([\w-]+)/.exec(mail?.text ?? "")?.[1];
  const verified = await call(api, "POST", "/api/v1/verify-email", { body: { token } });
  const { accountId, userId, asyncOperation } = verified.body as {
    accountId: string;
    userId: string;
    asyncOperation: { id: string };
  };
  const ports = { database: api.database, clock: systemClock };
  await activateAccount(ports, { accountId, operationId: asyncOperation.id });
  const { cookie, csrfToken } = await signIn(api, email);
  return { accountId, userId, cookie, csrfToken };
}

export async function signIn(api: RealApi, email: string): Promise<{ cookie: string; csrfToken: string }> {
  const signedIn = await call(api, "POST", "/api/v1/sessions", { body: { email, password: PASSWORD } });
  if (signedIn.status !== 200) throw new Error(JSON.stringify(signedIn.body));
  return {
    cookie: signedIn.headers.get("set-cookie")?.split(";")[0] ?? "",
    csrfToken: String(signedIn.body["csrfToken"]),
  };
}
