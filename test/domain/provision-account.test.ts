// The activities of account provisioning, against the Stripe emulator: repeated, undone, and failed.
import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listGrants } from "#billing/credits";
import { openBillingDatabase } from "#billing/customers";
import { DEFAULT_PRICE_BOOK, pricingOf, pricingSettings } from "#billing/prices";
import { findTerms } from "#billing/terms";
import { getAccount, retryActivations, signUp, verifyEmail } from "#domain/accounts";
import { getOperation, listUnfinished } from "#domain/operations";
import { accountActivities, type AccountActivities } from "../../services/workflows/accounts/index.ts";
import { randomIds } from "#shared/ids";
import { startTestStripe, type TestStripe } from "../billing/emulator.ts";
import { actorOf, createDomainWorld, PASSWORD, tokenMailedTo, type DomainWorld } from "./domain-world.ts";

let world: DomainWorld;
let stripe: TestStripe;
let billing: pg.Pool;
let activities: AccountActivities;

beforeAll(async () => {
  world = await createDomainWorld("provision_account");
  stripe = await startTestStripe();
  billing = await openBillingDatabase(world.databaseUrl);
  const customers = { stripe: stripe.client, billing, clock: world.clock, useTestClocks: true };
  activities = accountActivities({ ...world, customers });
});
afterAll(async () => {
  await billing.end();
  await stripe.emulator.stop();
  await world.close();
});

async function confirmed(email: string) {
  await signUp(world.context(), { email, password: PASSWORD, accountName: "Acme" });
  const { accountId, userId, operation } = await verifyEmail(world.context(), {
    token: await tokenMailedTo(world, email),
  });
  return { accountId, userId, operationId: operation.id, email, accountName: "Acme" };
}

const stateOf = async (input: {
  accountId: string;
  userId: string;
  operationId: string;
}): Promise<unknown[]> => {
  const account = await world.database.query.account.findUniqueOrThrow({ where: { id: input.accountId } });
  const user = await world.database.query.user.findUniqueOrThrow({ where: { id: input.userId } });
  const operation = await getOperation(world.database.query, input);
  return [account.state, user.state, operation.state];
};

it("each activity run twice is the same as once, and the account works after them", async () => {
  const input = await confirmed("twice@example.com");
  await activities.openBilling(input);
  expect(await stateOf(input)).toEqual(["ACTIVATING", "ACTIVATING", "IN_PROGRESS"]);
  await activities.openBilling(input);
  await activities.activateAccount(input);
  await activities.activateAccount(input);

  expect(await stateOf(input)).toEqual(["ACTIVE", "ACTIVE", "FULFILLED"]);
  const clocks = await stripe.client.testHelpers.testClocks.list({ limit: 100 });
  const ofClocks = await Promise.all(
    clocks.data.map((clock) => stripe.client.customers.list({ test_clock: clock.id, limit: 100 })),
  );
  const atStripe = ofClocks.flatMap((page) => page.data);
  expect(atStripe.filter((each) => each.email === "twice@example.com")).toHaveLength(1);
  const customers = await billing.query("select 1 from customers where account_id = $1", [input.accountId]);
  expect(customers.rowCount).toBe(1);
  const owner = await actorOf(world, input.accountId, input.userId);
  expect(await getAccount(world.context(owner))).toMatchObject({ state: 3 });
});

it("P2: a failed provisioning leaves the account unusable, its owner able to read why, and cannot come back", async () => {
  const input = await confirmed("fails@example.com");
  await activities.activateAccount({ ...input, operationId: "another" });
  expect(await stateOf(input)).toEqual(["ACTIVATING", "ACTIVATING", "PENDING"]);
  await activities.deactivateAccount(input);
  await activities.failAccount({ ...input, reason: "The card was refused." });
  await activities.failAccount({ ...input, reason: "Another reason." });
  await activities.activateAccount(input);

  expect(await stateOf(input)).toEqual(["ACTIVATION_FAILED", "ACTIVE", "FAILED"]);
  expect(await getOperation(world.database.query, input)).toMatchObject({
    failureReason: "The card was refused.",
  });
  const owner = await actorOf(world, input.accountId, input.userId);
  expect([owner.can("cloud.operation.get"), owner.can("cloud.namespace.create")]).toEqual([true, false]);
});

it("a failed provisioning is begun again after an hour, once, and can end well", async () => {
  const input = await confirmed("again@example.com");
  await activities.failAccount({ ...input, reason: "Stripe was away." });
  const ports = { ...world, ids: randomIds };
  const tooSoon = await retryActivations(ports);
  world.advance(3_600_001);

  const begun = await Promise.all([retryActivations(ports), retryActivations(ports)]);

  const unfinished = await listUnfinished(world.database, { untouchedSinceMs: world.clock.now() + 1_000 });
  const operation = unfinished.find(({ accountId }) => accountId === input.accountId);
  expect(tooSoon).toBe(0);
  // The failed account of the test before is begun again as well.
  expect(begun[0] + begun[1]).toBe(2);
  expect(operation).toMatchObject({ workflowType: "provisionAccount", state: "PENDING" });
  const next = { ...input, operationId: operation?.id ?? "" };
  await activities.openBilling(next);
  await activities.activateAccount(next);
  expect(await stateOf(next)).toEqual(["ACTIVE", "ACTIVE", "FULFILLED"]);
  expect(await getOperation(world.database.query, input)).toMatchObject({ state: "FAILED" });
});

it("a new account begins with the installation's prices and its free trial, once, which lasts to the end of a month", async () => {
  const settings = { defaultPriceBook: "public-developer@1", trialCreditCents: "50000", trialDays: "30" };
  const pricing = pricingOf(pricingSettings.parse(settings));
  const customers = { stripe: stripe.client, billing, pricing, clock: world.clock, useTestClocks: false };
  const { openBilling } = accountActivities({ ...world, customers });
  const input = await confirmed("trial@example.com");

  await openBilling(input);
  await openBilling(input);

  const { accountId } = input;
  const [trial, ...more] = await listGrants(billing, accountId);
  expect(more).toEqual([]);
  expect(trial).toMatchObject({ category: "trial", amountCents: 500_00n, priority: 0, currency: "usd" });
  const ends = new Date(trial?.expiresAtMs ?? 0);
  expect([ends.getUTCDate(), ends.getUTCHours()]).toEqual([1, 0]);
  expect(ends.getTime()).toBeGreaterThanOrEqual(world.clock.now() + 30 * 86_400_000);
  const found = await findTerms(billing, {
    ...{ accountId, defaultBook: DEFAULT_PRICE_BOOK },
    beforeMs: ends.getTime(),
  });
  expect(found.book.name).toBe("public-developer");
});

it("without a trial in the settings, no account gets one", async () => {
  const pricing = pricingOf(pricingSettings.parse({}));
  const customers = { stripe: stripe.client, billing, pricing, clock: world.clock, useTestClocks: false };
  const input = await confirmed("no-trial@example.com");
  await accountActivities({ ...world, customers }).openBilling(input);
  expect(await listGrants(billing, input.accountId)).toEqual([]);
});
