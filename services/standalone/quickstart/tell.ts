// The whole story in order: what a customer does from sign-up to a paid invoice, through public endpoints only.
import { join } from "node:path";
import type { Cloud } from "../cloud.ts";
import { Customer } from "./customer.ts";
import { recount, type CallLog, type Recount } from "./recount.ts";
import type { Story } from "./story.ts";
import { closePeriod } from "./steps/close-period.ts";
import { createApiKey, issueCertificate, type ClientCertificate } from "./steps/credentials.ts";
import { createNamespace, type CreatedNamespace } from "./steps/create-namespace.ts";
import { openDoor, runOrders, type Credential, type OpenDoor } from "./steps/run-workflows.ts";
import { findToken, signUp, verifyAndSignIn } from "./steps/sign-up.ts";
import { compareUsage, downloadUsage, pullUsage } from "./steps/usage-report.ts";

/** Orders placed over each of the two doors; 200 in all, each with a child and a second run. */
const ORDERS_PER_DOOR = 100;

export interface Facts {
  namespace: string;
  operation: string;
  workflows: number;
  actions: number;
  actionsFromHistories: number;
  storageByteSeconds: string;
  invoiceCents: number;
  stripeInvoiceCents: number;
}

export async function tell(story: Story, cloud: Cloud): Promise<Facts> {
  const customer = new Customer(cloud.addresses.api);
  await arrive(story, customer);
  const prepared = await prepare(story, customer);
  customer.useApiKey(prepared.apiKey);
  const counted = await work(story, cloud, prepared);
  return settle(story, cloud, customer, { ...prepared, ...counted });
}

async function arrive(story: Story, customer: Customer): Promise<void> {
  const { email, password } = await story.step(
    "sign up",
    () => signUp(customer),
    (made) => made.email,
  );
  const token = await story.step(
    "verification mail",
    () => findToken(customer, email),
    () => "found in the mailbox",
  );
  await story.step(
    "verify and sign in",
    () => verifyAndSignIn(customer, { email, password, token }),
    ({ accountId }) => `account ${accountId}`,
  );
}

interface Prepared {
  created: CreatedNamespace;
  apiKey: string;
  certificate: ClientCertificate;
}

async function prepare(story: Story, customer: Customer): Promise<Prepared> {
  const created = await story.step(
    "create namespace",
    () => createNamespace(customer),
    ({ namespace, operationId }) => `${namespace}, operation ${operationId}`,
  );
  const { token } = await story.step(
    "create API key",
    () => createApiKey(customer),
    ({ keyId }) => keyId,
  );
  const certificate = await story.step(
    "issue certificate",
    () => issueCertificate(customer, created),
    ({ certificateId }) => certificateId,
  );
  return { created, apiKey: token, certificate };
}

interface Counted {
  counted: Recount;
  happenedUntilMs: number;
}

/** The orders, through each of the two doors, and the customer's own count of what they cost. */
async function work(
  story: Story,
  cloud: Cloud,
  { created, apiKey, certificate }: Prepared,
): Promise<Counted> {
  const log: CallLog = { queries: 0, heartbeats: 0, rejectedUpdates: 0 };
  const door = { address: created.address, namespace: created.namespace, caFile: cloud.caFile };
  const run = async (name: string, taskQueue: string, credential: Credential): Promise<OpenDoor> => {
    const { opened } = await story.step(
      name,
      async () => {
        const opened = await openDoor(door, credential);
        const options = { namespace: created.namespace, taskQueue, orders: ORDERS_PER_DOOR, log };
        return { opened, outcomes: await runOrders(opened, options) };
      },
      ({ outcomes }) => `${outcomes.completed} completed, ${outcomes.cancelled} cancelled as asked`,
    );
    return opened;
  };
  const first = await run("workflows over mTLS", "orders-mtls", { certificate });
  const second = await run("workflows over API key", "orders-key", { apiKey });
  const happenedUntilMs = Date.now();
  const counted = await story.step(
    "recount from histories",
    () => recount(second.client, log),
    ({ total, executions }) => `${total} actions in ${executions} histories and the call log`,
  );
  await first.close();
  await second.close();
  return { counted, happenedUntilMs };
}

async function settle(
  story: Story,
  cloud: Cloud,
  customer: Customer,
  done: Prepared & Counted,
): Promise<Facts> {
  const { namespace, operationId } = done.created;
  const usage = await story.step(
    "usage report",
    async () => {
      const pulled = await pullUsage(customer, { namespace, happenedUntilMs: done.happenedUntilMs });
      compareUsage(pulled, done.counted);
      return pulled;
    },
    ({ actions, storageByteSeconds }) => `${actions} actions, equal; ${storageByteSeconds} byte-seconds`,
  );
  const csvFile = join(cloud.dataDirectory, "quickstart-usage.csv");
  await story.step(
    "usage as CSV",
    () => downloadUsage(customer, namespace, csvFile),
    (rows) => `${rows} rows in ${csvFile}`,
  );
  const invoice = await story.step(
    "close billing period",
    () => closePeriod(customer, (id) => cloud.readStripe(`/v1/invoices/${id}`)),
    ({ invoiceId, invoiceCents }) => `${invoiceId}, ${invoiceCents} cents, paid`,
  );
  return {
    namespace,
    operation: operationId,
    workflows: done.counted.executions,
    actions: usage.actions,
    actionsFromHistories: done.counted.total,
    storageByteSeconds: usage.storageByteSeconds,
    invoiceCents: invoice.invoiceCents,
    stripeInvoiceCents: invoice.stripeInvoiceCents,
  };
}
