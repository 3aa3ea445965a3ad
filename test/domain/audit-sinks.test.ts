// Audit log sinks: what may be a sink, and the delivery of the trail to each kind of destination, in order, at least once,
// whatever the destination does.
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createApiKey } from "#domain/api-keys";
import {
  createAuditDelivery,
  createAuditLogSink,
  createRecordSender,
  deleteAuditLogSink,
  getAuditLogSink,
  getAuditLogSinks,
  sinkSettings,
  updateAuditLogSink,
  validateAuditLogSink,
  type SendRecords,
} from "#domain/audit-sinks";
import type { Actor } from "#domain/context";
import type { temporal } from "#contracts";
import { eventually } from "#harness/eventually";
import { outboundPolicy, type OutboundPolicy } from "#shared/outbound-http";
import { createDomainWorld, createOwner, type DomainWorld } from "./domain-world.ts";
import {
  awsServer,
  googleServer,
  OWN_AWS,
  webhookServer,
  type AwsServer,
  type GoogleServer,
  type SinkServer,
} from "./sink-servers.ts";

type Spec = temporal.api.cloud.account.v1.IAuditLogSinkSpec;
const { HEALTH_OK, HEALTH_ERROR_INTERNAL, HEALTH_ERROR_USER_CONFIGURATION } = {
  HEALTH_OK: 1,
  HEALTH_ERROR_INTERNAL: 2,
  HEALTH_ERROR_USER_CONFIGURATION: 3,
};

const newSecret = (): string => `whsec_${randomBytes(32).toString("base64")}`;
const SECRET = newSecret();
let secrets = [SECRET];

let world: DomainWorld;
let owner: Actor;
let hook: SinkServer;
let otherHook: SinkServer;
let aws: AwsServer;
let google: GoogleServer;
let policy: OutboundPolicy;
let send: SendRecords;

beforeAll(async () => {
  world = await createDomainWorld("audit_sinks");
  [hook, otherHook] = [await webhookServer(() => secrets), await webhookServer(() => secrets)];
  [aws, google] = [await awsServer(), await googleServer()];
  policy = outboundPolicy(`${hook.origin},${otherHook.origin}`);
  const settings = sinkSettings.parse({
    sinkAwsAccessKeyId: OWN_AWS.accessKeyId,
    sinkAwsSecretAccessKey: OWN_AWS.secretAccessKey,
    sinkKinesisEndpoint: aws.origin,
    sinkStsEndpoint: aws.origin,
    sinkGoogleKey: google.keyFile,
    sinkPubSubEndpoint: google.origin,
    sinkIamCredentialsEndpoint: google.origin,
  });
  send = createRecordSender(settings, { clock: world.clock, policy });
});
afterAll(async () => {
  await Promise.all([hook, otherHook, aws, google].map((server) => server.close()));
  await world.close();
});

let people = 0;
beforeEach(async () => {
  people += 1;
  // Those of the tests before would be delivered to as well.
  await world.database.query.auditLogSink.deleteMany();
  owner = await createOwner(world, `owner-${people}@example.com`);
  secrets = [SECRET];
  for (const server of [hook, otherHook, aws, google]) {
    server.received.length = 0;
    server.moods.length = 0;
    server.requests = 0;
  }
});

const webhook = (name: string, server: SinkServer, signingSecret = SECRET): Spec => ({
  name,
  enabled: true,
  webhookSink: { url: `${server.origin}/hook`, signingSecret },
});
const kinesis = (roleName = "writer", stream = "audit"): Spec => ({
  name: "stream",
  enabled: true,
  kinesisSink: {
    roleName,
    destinationUri: `arn:aws:kinesis:us-east-1:123456789012:stream/${stream}`,
    region: "us-east-1",
  },
});
const pubSub = (topicName = "audit"): Spec => ({
  name: "topic",
  enabled: true,
  pubSubSink: { serviceAccountId: "writer", topicName, gcpProjectId: "acme" },
});

const create = (spec: Spec) => createAuditLogSink(world.context(owner), policy, { spec });
const read = (name: string) => getAuditLogSink(world.context(owner), name);

/** Leaves records in the trail: changes that are refused. */
async function act(times: number): Promise<void> {
  for (let time = 0; time < times; time += 1)
    await createApiKey(world.context(owner), { spec: {} }).catch(() => undefined);
}

const deliver = async (sender = send): Promise<void> => {
  const { envelope, log } = world.context();
  const delivery = createAuditDelivery({ ...world, envelope, log, send: sender });
  await delivery.round();
  await delivery.idle();
};

const sequences = (server: SinkServer): number[] => server.received.map(({ sequence }) => sequence);
const upFrom = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => first + index);

async function head(): Promise<number> {
  const { accountId } = owner;
  return Number((await world.database.query.auditHead.findUniqueOrThrow({ where: { accountId } })).sequence);
}

describe("a sink", () => {
  it("is made, read, changed and deleted, each with an operation and without showing its secret", async () => {
    expect(await create(webhook("hook", hook))).toMatchObject({ state: "FULFILLED" });
    const made = await read("hook");
    expect(made).toMatchObject({
      name: "hook",
      resourceVersion: "1",
      state: 3,
      health: HEALTH_OK,
      spec: { enabled: true, webhookSink: { url: `${hook.origin}/hook` } },
    });
    const change = { spec: { ...webhook("hook", hook, ""), enabled: false } };
    const update = (resourceVersion: string, request: object = change) =>
      updateAuditLogSink(world.context(owner), policy, { ...request, resourceVersion });
    await expect(update("7")).rejects.toMatchObject({ code: "FAILED_PRECONDITION" });
    await update("1");
    await expect(update("2")).rejects.toThrow("nothing to change");
    expect((await read("hook")).spec?.enabled).toBe(false);
    await expect(deleteAuditLogSink(world.context(owner), { name: "hook" })).rejects.toThrow(
      "resource_version",
    );
    await deleteAuditLogSink(world.context(owner), { name: "hook", resourceVersion: "2" });
    await expect(read("hook")).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { query } = world.database;
    const kept = JSON.stringify(
      [
        await query.auditRecord.findMany({ where: { accountId: owner.accountId } }),
        (await query.asyncOperation.findMany({ where: { accountId: owner.accountId } })).map((row) =>
          Buffer.from(row.input).toString("latin1"),
        ),
      ],
      (_, value: unknown) => (typeof value === "bigint" ? String(value) : value),
    );
    expect(kept).not.toContain(SECRET.slice(8));
  });

  it("is one operation when it is made twice with one id, and refused with that id and another secret", async () => {
    const request = { spec: webhook("hook", hook), asyncOperationId: "op" };
    const first = await createAuditLogSink(world.context(owner), policy, request);
    expect((await createAuditLogSink(world.context(owner), policy, request)).startedAt).toEqual(
      first.startedAt,
    );
    const other = { spec: webhook("hook", hook, newSecret()), asyncOperationId: "op" };
    await expect(createAuditLogSink(world.context(owner), policy, other)).rejects.toThrow(
      "async_operation_id",
    );
    await expect(create(webhook("hook", hook))).rejects.toMatchObject({ code: "ALREADY_EXISTS" });
  });

  it("may name infrastructure that does not exist yet", async () => {
    await create({
      ...kinesis(),
      kinesisSink: { roleName: "test-role", destinationUri: "test-uri", region: "us-east-1" },
    });
    await act(1);
    await deliver();
    expect(await read("stream")).toMatchObject({
      health: HEALTH_ERROR_USER_CONFIGURATION,
      errorMessage: "destination_uri must be the ARN of a Kinesis stream.",
    });
  });

  it.each<[string, Spec | undefined, string]>([
    ["nothing", undefined, "spec"],
    ["no destination", { name: "x" }, "spec"],
    ["two destinations", { ...kinesis(), ...pubSub() }, "spec"],
    ["a name with a slash", { ...kinesis(), name: "a/b" }, "spec.name"],
    ["no name", { ...kinesis(), name: "" }, "spec.name"],
    [
      "a region that is a host",
      { ...kinesis(), kinesisSink: { roleName: "r", destinationUri: "u", region: "evil.example/" } },
      "spec.kinesisSink.region",
    ],
    [
      "no role",
      { ...kinesis(), kinesisSink: { destinationUri: "u", region: "us-east-1" } },
      "spec.kinesisSink.roleName",
    ],
    ["a topic with a path", { ...pubSub("../../x") }, "spec.pubSubSink.topicName"],
    [
      "a URL inside",
      { name: "x", webhookSink: { url: "https://169.254.169.254/", signingSecret: SECRET } },
      "spec.webhookSink.url",
    ],
    [
      "a URL without TLS",
      { name: "x", webhookSink: { url: "http://example.com/", signingSecret: SECRET } },
      "spec.webhookSink.url",
    ],
    [
      "no secret",
      { name: "x", webhookSink: { url: "https://example.com/" } },
      "spec.webhookSink.signingSecret",
    ],
    [
      "a short secret",
      { name: "x", webhookSink: { url: "https://example.com/", signingSecret: "whsec_AAAA" } },
      "spec.webhookSink.signingSecret",
    ],
  ])("is refused with %s, by the field", async (_, spec, field) => {
    const request = spec === undefined ? {} : { spec };
    await expect(createAuditLogSink(world.context(owner), policy, request)).rejects.toMatchObject({
      code: "INVALID_ARGUMENT",
      field,
    });
  });

  it("T3: of another account is as unknown as one that never was", async () => {
    await create(webhook("hook", hook));
    const stranger = world.context(await createOwner(world, `stranger-${people}@example.com`));
    await expect(getAuditLogSink(stranger, "hook")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(deleteAuditLogSink(stranger, { name: "hook", resourceVersion: "1" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const change = { spec: { ...webhook("hook", hook), enabled: false }, resourceVersion: "1" };
    await expect(updateAuditLogSink(stranger, policy, change)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await getAuditLogSinks(stranger, {})).toEqual({ sinks: [], nextPageToken: "" });
  });

  it("is one of at most 10, listed by name in pages", async () => {
    for (let at = 0; at < 10; at += 1) await create({ ...kinesis(), name: `s${at}` });
    await expect(create({ ...kinesis(), name: "s10" })).rejects.toMatchObject({ code: "RESOURCE_EXHAUSTED" });
    const first = await getAuditLogSinks(world.context(owner), { pageSize: 6 });
    const rest = await getAuditLogSinks(world.context(owner), {
      pageSize: 6,
      pageToken: first.nextPageToken ?? "",
    });
    expect([...(first.sinks ?? []), ...(rest.sinks ?? [])].map((sink) => sink.name)).toEqual(
      Array.from({ length: 10 }, (_, at) => `s${at}`),
    );
  });
});

describe("validation", () => {
  const validate = (spec: Spec) => validateAuditLogSink(world.context(owner), { policy, send }, { spec });

  it("sends one record that says it is a test, to each kind", async () => {
    await validate(webhook("x", hook));
    await validate(kinesis());
    await validate(pubSub());
    for (const server of [hook, aws, google])
      expect(server.received.map(({ operation }) => operation)).toEqual(["ValidateAccountAuditLogSink"]);
    expect(await getAuditLogSinks(world.context(owner), {})).toMatchObject({ sinks: [] });
  });

  it.each<[string, () => Spec, string]>([
    ["a webhook that answers 403", () => webhook("x", hook), "status 403"],
    ["a role that may not be assumed", () => kinesis("forbidden"), "AccessDenied"],
    ["a stream that is not there", () => kinesis("writer", "nope"), "ResourceNotFoundException"],
    ["a topic that is not there", () => pubSub("nope"), "NOT_FOUND"],
  ])("says why for %s", async (_, spec, reason) => {
    hook.moods.push("refuse");
    await expect(validate(spec())).rejects.toMatchObject({
      code: "FAILED_PRECONDITION",
      publicMessage: expect.stringContaining(reason) as string,
    });
  });
});

describe("delivery", () => {
  it("begins with the sink's own creation and goes on in order, for each kind", async () => {
    await act(3);
    const before = await head();
    await create(webhook("hook", hook));
    await create(kinesis());
    await create(pubSub());
    await act(120);
    await deliver();
    await deliver();
    const last = await head();
    expect(sequences(hook)).toEqual(upFrom(before + 1, last - before));
    expect(hook.received[0]?.operation).toBe("CreateAccountAuditLogSink");
    expect(sequences(aws)).toEqual(upFrom(before + 2, last - before - 1));
    expect(sequences(google)).toEqual(upFrom(before + 3, last - before - 2));
    expect(aws.assumed.at(-1)).toEqual({
      roleArn: "arn:aws:iam::123456789012:role/writer",
      externalId: owner.accountId,
    });
    expect(google.impersonated.at(-1)).toBe("writer@acme.iam.gserviceaccount.com");
    expect(google.orderingKeys).toContain(owner.accountId);
    expect((await read("hook")).lastSucceededTime).toBeDefined();
    const requests = hook.requests;
    await deliver();
    expect(hook.requests).toBe(requests);
  });

  it("tries again later what was refused, shows why, and loses nothing", async () => {
    await create(webhook("hook", hook));
    await act(2);
    hook.moods.push("fail", "refuse", "redirect");
    await deliver();
    expect(await read("hook")).toMatchObject({
      health: HEALTH_ERROR_INTERNAL,
      errorMessage: "The webhook answered with status 503.",
    });
    await deliver();
    expect(hook.requests, "not before its time").toBe(1);
    for (const [status, health] of [
      [403, HEALTH_ERROR_USER_CONFIGURATION],
      [307, HEALTH_ERROR_USER_CONFIGURATION],
    ] as const) {
      world.advance(60_000);
      await deliver();
      expect(await read("hook")).toMatchObject({
        health,
        errorMessage: `The webhook answered with status ${status}.`,
      });
    }
    world.advance(60_000);
    await deliver();
    expect(await read("hook")).toMatchObject({ health: HEALTH_OK, errorMessage: "" });
    expect(sequences(hook)).toEqual(upFrom((await head()) - 2, 3));
  });

  it("repeats a batch whose answer was lost with the same id, and never leaves a gap", async () => {
    await create(webhook("hook", hook));
    await act(1);
    hook.moods.push("lose-answer");
    await deliver();
    world.advance(60_000);
    await deliver();
    const last = await head();
    expect(sequences(hook)).toEqual([last - 1, last, last - 1, last]);
  });

  it("goes on from the first record that Kinesis refused, and waits when it is throttled", async () => {
    await create(kinesis());
    await act(3);
    aws.moods.push("throttle", "second-fails");
    await deliver();
    expect(await read("stream")).toMatchObject({ health: HEALTH_ERROR_INTERNAL });
    world.advance(60_000);
    await deliver();
    const first = (await head()) - 3;
    expect(sequences(aws)).toEqual([first, first + 2, first + 3, first + 1, first + 2, first + 3]);
  });

  it("does not hold one sink back for another that does not answer", async () => {
    await create(webhook("dead", otherHook));
    await create(webhook("live", hook));
    otherHook.moods.push("hang");
    const { envelope, log } = world.context();
    const delivery = createAuditDelivery({ ...world, envelope, log, send });
    await act(1);
    await delivery.round();
    await eventually(() => otherHook.requests === 1 && hook.received.length > 0);
    const before = hook.received.length;
    await act(1);
    await delivery.round();
    await eventually(() => hook.received.length > before);
    expect(otherHook.received).toEqual([]);
    expect(otherHook.requests, "the sink that hangs is asked once at a time").toBe(1);
    await otherHook.close();
    await delivery.idle();
    otherHook = await webhookServer(() => secrets);
    policy = outboundPolicy(`${hook.origin},${otherHook.origin}`);
  });

  it("is made by one process at a time, and taken over from one that died", async () => {
    await create(webhook("hook", hook));
    await act(5);
    await Promise.all([deliver(), deliver(), deliver()]);
    const last = await head();
    expect(sequences(hook)).toEqual(upFrom(last - 5, 6));
    await act(1);
    // A process that dies with the batch in its hands never comes to an end.
    const dying = createAuditDelivery({
      ...world,
      ...world.context(),
      database: world.database,
      send: () => new Promise(() => undefined),
    });
    await dying.round();
    await eventually(
      async () =>
        (
          await world.database.query.auditLogSink.findFirstOrThrow({ where: { accountId: owner.accountId } })
        ).leasedUntil.getTime() > world.clock.now(),
    );
    await deliver();
    expect(sequences(hook)).not.toContain(last + 1);
    world.advance(61_000);
    await deliver();
    expect(sequences(hook)).toContain(last + 1);
  });

  it("stops while the sink is disabled and goes on where it was", async () => {
    await create({ ...webhook("hook", hook), enabled: false });
    await act(2);
    await deliver();
    expect(hook.requests).toBe(0);
    await updateAuditLogSink(world.context(owner), policy, {
      spec: webhook("hook", hook, ""),
      resourceVersion: "1",
    });
    await deliver();
    expect(sequences(hook)).toEqual(upFrom((await head()) - 3, 4));
  });

  it("signs with the old secret too for a day after a change, and not longer", async () => {
    const next = newSecret();
    await create(webhook("hook", hook));
    await deliver();
    await updateAuditLogSink(world.context(owner), policy, {
      spec: webhook("hook", hook, next),
      resourceVersion: "1",
    });
    await deliver();
    expect((await read("hook")).health).toBe(HEALTH_OK);
    world.advance(25 * 3_600_000);
    await act(1);
    await deliver();
    expect((await read("hook")).health).toBe(HEALTH_ERROR_USER_CONFIGURATION);
    secrets = [next];
    world.advance(60_000);
    await deliver();
    expect((await read("hook")).health).toBe(HEALTH_OK);
  });
});
