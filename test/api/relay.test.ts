// The console's way to running namespaces, in the protocol's form: what a browser's session may do is what its person may
// do with an SDK, and nothing that is not the person's own page gets anywhere.
import http from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { eventually } from "#harness/eventually";
import { relayedCallsPerPrincipalMax } from "../../services/api/limits.ts";
import { call, signIn, signUp, type Person } from "./real-api.ts";
import { relay, startRelayWorld, type RelayWorld } from "./relay-world.ts";

const UNAUTHORIZED = /^Request unauthorized/;

let world: RelayWorld;
let owner: Person;
let reader: Person;
let stranger: Person;
let orders: string;

beforeAll(async () => {
  world = await startRelayWorld();
  owner = await signUp(world.api, "owner@example.com");
  stranger = await signUp(world.api, "stranger@example.com");
  orders = await world.namespace(owner, "orders");
  reader = await colleague("reader@example.com", "read");
});

afterAll(() => world.stop());

beforeEach(() => {
  world.reached.length = 0;
});

/** Somebody of another account who becomes one of the owner's, with this permission on the namespace only. */
async function colleague(email: string, permission: string): Promise<Person> {
  const person = await signUp(world.api, email);
  const { accountId } = owner;
  await world.follow(async (tx) => {
    await tx.user.update({ where: { id: person.userId }, data: { accountId, accountRole: "read" } });
    await tx.session.updateMany({ where: { userId: person.userId }, data: { accountId } });
    await tx.namespaceAccess.create({
      data: {
        ...{ accountId, principalType: "user", principalId: person.userId, namespace: orders },
        permission,
      },
    });
  });
  return { ...person, accountId };
}

const list = (as?: Person, namespace = orders): ReturnType<typeof relay> =>
  relay(world, "ListWorkflowExecutions", { namespace, query: "WorkflowType='Order'" }, as ? { as } : {});
const signal = (as: Person): ReturnType<typeof relay> =>
  relay(world, "SignalWorkflowExecution", { namespace: orders, signalName: "s" }, { as });

describe("what a session may do", () => {
  test("the owner's call reaches the cell as an SDK's would, and the answer comes back", async () => {
    const answer = await list(owner);

    expect(answer).toMatchObject({
      status: 200,
      body: { executions: [{ execution: { workflowId: "w", runId: "r" } }] },
    });
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(world.reached).toMatchObject([{ request: { namespace: orders, query: "WorkflowType='Order'" } }]);
    const { metadata } = world.reached[0]?.call ?? { metadata: {} };
    expect(JSON.stringify(metadata)).not.toMatch(/eyJ|cookie|csrf/i);
  });

  test("bytes of payloads pass through as base64, both ways and unread", async () => {
    const payload = { metadata: { encoding: "YmluYXJ5L2VuY3J5cHRlZA==" }, data: "AP+AfwA8c2NyaXB0Pg==" };
    const query = { queryType: "state", queryArgs: { payloads: [payload] } };

    const answer = await relay(world, "QueryWorkflow", { namespace: orders, query }, { as: owner });

    expect(answer).toMatchObject({ status: 200, body: { queryResult: { payloads: [payload] } } });
  });

  test("a reader reads and is refused what changes something, and the cell never sees it", async () => {
    expect((await list(reader)).status).toBe(200);
    world.reached.length = 0;

    expect(await signal(reader)).toMatchObject({
      status: 403,
      body: { message: expect.stringMatching(UNAUTHORIZED) },
    });
    expect(world.reached).toEqual([]);
  });

  test("T1: another account's namespace is refused with the words of one that is not there", async () => {
    const foreign = await list(stranger);
    const absent = await list(stranger, `nothing.${owner.accountId}`);

    expect(foreign).toMatchObject({ status: 403, body: { message: expect.stringMatching(UNAUTHORIZED) } });
    expect(absent.body).toEqual(foreign.body);
    expect(world.reached).toEqual([]);
  });

  test("a namespace that takes certificates only is open at the console", async () => {
    const certs = await world.namespace(owner, "certs");
    await world.follow(
      (tx) =>
        tx.$executeRaw`update namespaces set applied_spec = applied_spec || '{"apiKeyEnabled":false}' where id = ${certs}`,
    );
    expect((await list(owner, certs)).status).toBe(200);
  });

  test("a namespace of a suspended account is refused, and says why", async () => {
    const suspended = await signUp(world.api, "suspended@example.com");
    const namespace = await world.namespace(suspended, "late");
    const { accountId } = suspended;
    expect((await list(suspended, namespace)).status).toBe(200);
    await world.follow((tx) => tx.account.update({ where: { id: accountId }, data: { state: "SUSPENDED" } }));
    world.reached.length = 0;

    const answer = await list(suspended, namespace);

    expect(answer.status).toBe(403);
    expect(String(answer.body["message"])).toMatch(/suspended/);
    expect(world.reached).toEqual([]);
  });

  test("connectivity rules are about where the browser is", async () => {
    const guarded = await world.namespace(owner, "guarded");
    const id = "rule-of-the-office";
    await world.follow(async (tx) => {
      await tx.$executeRaw`insert into connectivity_rules
          (id, account_id, project_id, spec, source_cidrs, created_at, updated_at)
        select ${id}, account_id, project_id, '{}', array['127.0.0.9/32'], now(), now()
        from namespaces where id = ${guarded}`;
      await tx.$executeRaw`update namespaces
        set applied_spec = applied_spec || jsonb_build_object('connectivityRuleIds', jsonb_build_array(${id}::text))
        where id = ${guarded}`;
    });
    const from = (localAddress: string): ReturnType<typeof relay> =>
      relay(world, "ListWorkflowExecutions", { namespace: guarded }, { as: owner, localAddress });

    expect((await from("127.0.0.9")).status).toBe(200);
    const refused = await from("127.0.0.8");
    expect(refused.status).toBe(403);
    expect(String(refused.body["message"])).toContain("127.0.0.8");
  });

  test("what is done by hand is in the trail under the person's name and address", async () => {
    const { accountId } = owner;
    await world.follow(async (tx) => {
      const { namespaceId } = await tx.namespace.findUniqueOrThrow({ where: { id: orders } });
      const row = { namespaceId, accountId, enabled: true, resourceVersion: 1, updatedAt: new Date() };
      await tx.namespaceAudit.create({ data: row });
    });

    await relay(
      world,
      "TerminateWorkflowExecution",
      { namespace: orders, workflowExecution: { workflowId: "w" }, reason: "stuck" },
      { as: owner, localAddress: "127.0.0.7" },
    );

    const where = { accountId, operation: "TerminateWorkflowExecution" };
    const record = await eventually(
      async () => (await world.api.database.query.auditRecord.findFirst({ where })) ?? undefined,
    );
    expect(record).toMatchObject({
      ...{
        status: "OK",
        principalType: "user",
        principalId: owner.userId,
        principalName: "owner@example.com",
      },
      ...{ remoteAddress: "127.0.0.7", apiKeyId: "" },
    });
  });
});

describe("who is not the person's own page", () => {
  test.each([
    ["no token", { "x-csrf-token": "" }],
    ["another's token", { "x-csrf-token": "A".repeat(43) }],
  ])("%s: reads and changes alike are refused", async (_, headers) => {
    for (const method of ["ListWorkflowExecutions", "SignalWorkflowExecution"]) {
      const answer = await relay(world, method, { namespace: orders }, { as: owner, headers });
      expect(answer.status).toBe(403);
    }
    expect(world.reached).toEqual([]);
  });

  test.each([
    ["an origin of others", { origin: "https://evil.example" }],
    ["a browser that says cross-site", { "sec-fetch-site": "cross-site" }],
    ["a sister domain", { "sec-fetch-site": "same-site" }],
  ])("%s is refused", async (_, headers) => {
    const answer = await relay(
      world,
      "ListWorkflowExecutions",
      { namespace: orders },
      { as: owner, headers },
    );
    expect(answer.status).toBe(403);
    expect(world.reached).toEqual([]);
  });

  test("a form of another site cannot be read: only JSON is", async () => {
    const headers = { "content-type": "text/plain" };
    const answer = await relay(world, "ListWorkflowExecutions", {}, { as: owner, headers });
    expect(answer.status).toBe(415);
  });

  test("nobody, a cookie that never was, and the installation's own token are refused", async () => {
    expect((await list()).status).toBe(401);
    const cookie = owner.cookie.replace(/.{4}$/, "AAAA");
    expect((await list({ ...owner, cookie })).status).toBe(401);
    const headers = { authorization: "Bearer internal-token-of-this-test" };
    expect((await relay(world, "ListWorkflowExecutions", { namespace: orders }, { headers })).status).toBe(
      401,
    );
    expect(world.reached).toEqual([]);
  });

  test("an expired session is refused, and one that was signed out at once", async () => {
    const again = { ...owner, ...(await signIn(world.api, "owner@example.com")) };
    expect((await list(again)).status).toBe(200);
    await call(world.api, "DELETE", "/api/v1/sessions/current", { as: again });
    expect((await list(again)).status).toBe(401);

    const late = await signUp(world.api, "late@example.com");
    const past = new Date(Date.now() - 1_000);
    await world.api.database.query.session.updateMany({
      where: { userId: late.userId },
      data: { idleExpiresAt: past },
    });
    expect((await list(late)).status).toBe(401);
  });

  test("T2: who is taken out of the account has no right left, also with a call that runs", async () => {
    const leaver = await colleague("leaver@example.com", "admin");
    const running = relay(world, "GetWorkflowExecutionHistory", { namespace: orders }, { as: leaver });
    await eventually(() => world.reached.length === 1);

    await world.follow((tx) => tx.namespaceAccess.deleteMany({ where: { principalId: leaver.userId } }));

    expect((await running).status).toBe(403);
    await eventually(() => world.reached[0]?.call.signal.aborted);
    expect((await list(leaver)).status).toBe(403);
  });
});

describe("what is not a good request", () => {
  test.each([
    ["an unknown method", "DropDatabase", {}, 404],
    ["a task of the workers", "PollWorkflowTaskQueue", { taskQueue: { name: "q" } }, 404],
    ["an unknown field", "ListWorkflowExecutions", { namespaces: "x" }, 400],
    ["a field of another type", "ListWorkflowExecutions", { pageSize: "many" }, 400],
    ["no namespace", "ListWorkflowExecutions", {}, 400],
    ["what belongs to the account", "UpdateNamespace", { namespace: "x" }, 403],
  ])("%s is refused", async (_, method, request, status) => {
    const answer = await relay(world, method, request, { as: owner });
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ code: expect.any(Number), message: expect.any(String) });
    expect(world.reached).toEqual([]);
  });

  test("the cell's own refusal comes with its words", async () => {
    const answer = await relay(world, "CountWorkflowExecutions", { namespace: orders }, { as: owner });
    expect(answer).toMatchObject({ status: 400, body: { code: 3, message: "bad query" } });
  });

  test("a body that is no JSON, and one that is too large for us or for the namespace", async () => {
    const broken = await relay(world, "ListWorkflowExecutions", {}, { as: owner, raw: "{" });
    expect(broken.status).toBe(400);
    const huge = Buffer.alloc(5 * 1024 * 1024, 0x20);
    expect((await relay(world, "ListWorkflowExecutions", {}, { as: owner, raw: huge })).status).toBe(413);
    const large = { namespace: orders, query: "x".repeat(3 * 1024 * 1024) };
    expect((await relay(world, "ListWorkflowExecutions", large, { as: owner })).status).toBe(429);
    expect(world.reached).toEqual([]);
  });

  test("GET is not allowed, and says what is", async () => {
    const answer = await fetch(`${world.api.url}/api/v1/workflow-service/ListWorkflowExecutions`);
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("POST");
  });
});

describe("when it takes long, or is not there", () => {
  test("a long poll ends at the cell when the browser goes", async () => {
    const poll = relay(
      world,
      "GetWorkflowExecutionHistory",
      { namespace: orders, waitNewEvent: true },
      { as: owner },
    );
    poll.catch(() => undefined);
    await eventually(() => world.reached.length === 1);
    expect(world.reached[0]?.call.signal.aborted).toBe(false);

    poll.leave();

    await eventually(() => world.reached[0]?.call.signal.aborted, {
      what: "the end of the poll at the cell",
    });
  });

  test("one person has a bounded number of polls at once, and others are not in its way", async () => {
    const request = { namespace: orders, waitNewEvent: true };
    const polls = Array.from({ length: relayedCallsPerPrincipalMax }, () =>
      relay(world, "GetWorkflowExecutionHistory", request, { as: owner }),
    );
    for (const poll of polls) poll.catch(() => undefined);
    await eventually(() => world.reached.length === relayedCallsPerPrincipalMax);

    expect((await list(owner)).status).toBe(429);
    expect((await list(reader)).status).toBe(200);

    for (const poll of polls) poll.leave();
    await eventually(async () => (await list(owner)).status === 200);
  });

  test("a client that sends slowly holds nothing up, and nothing of it reaches the cell", async () => {
    const slow = http.request(`${world.api.url}/api/v1/workflow-service/ListWorkflowExecutions`, {
      method: "POST",
      agent: false,
      headers: {
        ...{ "content-type": "application/json", "content-length": "1000" },
        ...{ cookie: owner.cookie, "x-csrf-token": owner.csrfToken },
      },
    });
    slow.on("error", () => undefined);
    slow.write('{"namespace":');
    expect((await list(owner)).status).toBe(200);
    slow.destroy();
    expect(world.reached).toHaveLength(1);
  });

  test("a token that the cell refuses does not sign the person out", async () => {
    const answer = await relay(world, "DescribeTaskQueue", { namespace: orders }, { as: owner });
    expect(answer.status).toBe(503);
  });

  test("a cell that is down, and then the gateway: said so, without addresses, and soon again", async () => {
    await world.stopCell();
    const withoutCell = await list(owner);
    expect(withoutCell.status).toBe(503);
    expect(withoutCell.headers["retry-after"]).toBe("1");
    await world.startCell();
    await eventually(async () => (await list(owner)).status === 200);

    await world.stopGateway();
    const withoutGateway = await list(owner);
    expect(withoutGateway.status).toBe(503);
    expect(withoutGateway.body["message"]).toBe("The namespace is not available now. Try again.");
    expect(JSON.stringify(withoutGateway.body)).not.toMatch(/127\.0\.0\.1|ECONN/);
  });
});
