// Temporal's HTTP dialect without a server: paths, payloads in short and long form, styles, errors, deadlines.
import { Socket } from "node:net";
import { describe, expect, test } from "vitest";
import { CloudError } from "#shared/errors";
import type { HttpRequest } from "#shared/http";
import { systemClock } from "#shared/clock";
import { codecOf } from "../codec.ts";
import { methodOf } from "../methods.ts";
import { messageToJson } from "../proto-json/index.ts";
import { createTemporalDoor, type CallRpc } from "./temporal-door.ts";

const SERVICE = "temporal.api.workflowservice.v1.WorkflowService";

/** Sends one request to a door whose calls are answered by `call`. */
async function ask(
  line: string,
  options: { body?: string; headers?: Record<string, string>; call?: CallRpc } = {},
) {
  const [method = "", target = ""] = line.split(" ");
  const [path = "", query = ""] = target.split("?");
  const request: HttpRequest = {
    method,
    path,
    query,
    headers: options.headers ?? {},
    body: Buffer.from(options.body ?? ""),
    signal: new AbortController().signal,
    socket: new Socket(),
    peer: "test:1",
  };
  const door = createTemporalDoor({
    services: [SERVICE],
    clock: systemClock,
    call: options.call ?? (() => Promise.resolve(new Uint8Array())),
    onBug: () => undefined,
  });
  const answer = await door.answer(request);
  if (typeof answer.body !== "string") throw new Error("JSON is text");
  return { ...answer, body: answer.body };
}

/** The request that the door makes of an HTTP request, as JSON in the long form. */
async function requestOf(line: string, body?: string, headers?: Record<string, string>): Promise<unknown> {
  let made: unknown;
  const answer = await ask(line, {
    ...(body === undefined ? {} : { body }),
    ...(headers === undefined ? {} : { headers }),
    call: (call, bytes) => {
      const { request } = methodOf(call.path.slice(1));
      made = { [call.path.split("/")[2] ?? ""]: messageToJson(request.type, request.decode(bytes)) };
      return Promise.resolve(new Uint8Array());
    },
  });
  return made ?? JSON.parse(answer.body);
}

/** What a caller gets for a payload that the server answers with. */
async function shown(payload: { metadata: Record<string, string>; data?: string }, query = "") {
  const bytes = (text: string) => Buffer.from(text);
  const metadata = Object.fromEntries(
    Object.entries(payload.metadata).map(([key, value]) => [key, bytes(value)]),
  );
  const response = codecOf("temporal.api.workflowservice.v1.QueryWorkflowResponse").encode({
    queryResult: { payloads: [{ metadata, data: bytes(payload.data ?? "") }] },
  });
  const { body } = await ask(`POST /api/v1/namespaces/n/workflows/w/query/q${query}`, {
    call: () => Promise.resolve(response),
  });
  return (JSON.parse(body) as { queryResult: unknown }).queryResult;
}

const base64 = (text: string): string => Buffer.from(text).toString("base64");

describe("requests", () => {
  test("path variables and query parameters fill the request, on both paths", async () => {
    const request = {
      GetWorkflowExecutionHistory: {
        namespace: "space",
        execution: { workflowId: "a/b c" },
        maximumPageSize: 5,
        waitNewEvent: true,
        historyEventFilterType: "HISTORY_EVENT_FILTER_TYPE_CLOSE_EVENT",
      },
    };
    const query = "maximum_page_size=5&waitNewEvent=t&historyEventFilterType=2&pretty&unknown=1";
    expect(await requestOf(`GET /api/v1/namespaces/space/workflows/a%2Fb%20c/history?${query}`)).toEqual(
      request,
    );
    expect(await requestOf(`GET /namespaces/space/workflows/a%2Fb%20c/history?${query}`)).toEqual(request);
  });

  test("the path wins over the body, and enum names may be short", async () => {
    const body = '{"workflowId":"other","taskQueue":{"name":"q","kind":"Sticky"},"workflowRunTimeout":"90s"}';
    expect(await requestOf("POST /api/v1/namespaces/n/workflows/w", body)).toEqual({
      StartWorkflowExecution: {
        namespace: "n",
        workflowId: "w",
        taskQueue: { name: "q", kind: "TASK_QUEUE_KIND_STICKY" },
        workflowRunTimeout: "90s",
      },
    });
  });

  test("a body that has to be there may be empty, and one that is not taken is ignored", async () => {
    expect(await requestOf("POST /api/v1/namespaces/n/workflows/w/terminate")).toEqual({
      TerminateWorkflowExecution: { namespace: "n", workflowExecution: { workflowId: "w" } },
    });
    expect(await requestOf("GET /api/v1/namespaces/n", "what?")).toEqual({
      DescribeNamespace: { namespace: "n" },
    });
  });

  test("payloads are read from their short form, with every digit", async () => {
    const input =
      '[1,"two",{"b":12345678901234567890,"a":[null,true]},null,{"_protoMessageType":"t.M","x":1}]';
    const made = await requestOf("POST /api/v1/namespaces/n/workflows/w/signal/s", `{"input":${input}}`);
    const payload = (encoding: string, data: string, more = {}) => ({
      metadata: { encoding: base64(encoding), ...more },
      data: base64(data),
    });
    expect(made).toMatchObject({
      SignalWorkflowExecution: {
        input: {
          payloads: [
            payload("json/plain", "1"),
            payload("json/plain", '"two"'),
            payload("json/plain", '{"a":[null,true],"b":12345678901234567890}'),
            { metadata: { encoding: base64("binary/null") } },
            payload("json/protobuf", '{"x":1}', { messageType: base64("t.M") }),
          ],
        },
      },
    });
  });

  test("payloads in their long form are what they say, alone and in a list", async () => {
    const long = { metadata: { encoding: base64("binary/plain") }, data: base64("raw") };
    const body = { memo: { fields: { m: long } }, input: [long, { metadata: "mine", data: 1 }] };
    expect(await requestOf("POST /api/v1/namespaces/n/workflows/w", JSON.stringify(body))).toMatchObject({
      StartWorkflowExecution: {
        memo: { fields: { m: long } },
        input: {
          payloads: [
            long,
            { metadata: { encoding: base64("json/plain") }, data: base64('{"data":1,"metadata":"mine"}') },
          ],
        },
      },
    });
    const headers = { "content-type": "application/json+no-payload-shorthand; charset=utf-8" };
    const whole = JSON.stringify({ input: { payloads: [long] } });
    expect(await requestOf("POST /api/v1/namespaces/n/workflows/w", whole, headers)).toMatchObject({
      StartWorkflowExecution: { input: { payloads: [long] } },
    });
    const short = await ask("POST /api/v1/namespaces/n/workflows/w", { body: '{"input":[1]}', headers });
    expect(JSON.parse(short.body)).toMatchObject({ code: 3, message: "input: must be an object" });
  });

  test.each([
    ["POST /api/v1/namespaces/n/workflows/w", "{", 400, "malformed JSON"],
    ["POST /api/v1/namespaces/n/workflows/w", "[]", 400, "must be a JSON object"],
    ["POST /api/v1/namespaces/n/workflows/w", '{"nope":1}', 400, "nope: is not a field"],
    ["POST /api/v1/namespaces/n/workflows/w", '{"taskQueue":{"kind":"Big"}}', 400, "taskQueue.kind"],
    [
      "POST /api/v1/namespaces/n/workflows/w",
      '{"input":[{"_protoMessageType":1}]}',
      400,
      "_protoMessageType",
    ],
    ["POST /api/v1/namespaces/n/workflows/w", "[".repeat(200), 400, "nesting deeper"],
    ["GET /api/v1/namespaces/n/workflows?pageSize=many", "", 400, "pageSize"],
    ["GET /api/v1/namespaces/n/workflows?pageSize=1&pageSize=2", "", 400, "more than once"],
    ["GET /api/v1/namespaces/%zz/workflows", "", 400, "percent-escape"],
    ["GET /api/v2/namespaces", "", 404, "Not Found"],
    ["GET /", "", 404, "Not Found"],
    ["PATCH /api/v1/namespaces/n", "", 405, "Method Not Allowed"],
  ])("%s with %j is answered %d", async (line, body, status, message) => {
    const answer = await ask(line, { body });
    expect(answer.status).toBe(status);
    expect((JSON.parse(answer.body) as { message: string }).message).toContain(message);
    expect(answer.headers["content-type"]).toBe("application/json");
    if (status === 405) expect(answer.headers["allow"]).toBe("GET");
  });
});

describe("answers", () => {
  test("payloads are shown by their value when the short form can carry them", async () => {
    expect(await shown({ metadata: { encoding: "json/plain" }, data: '{"a":1}' })).toEqual([{ a: 1 }]);
    expect(
      await shown({ metadata: { encoding: "json/protobuf", messageType: "t.M" }, data: '{"x":1}' }),
    ).toEqual([{ x: 1, _protoMessageType: "t.M" }]);
    const nothing = [{ metadata: { encoding: base64("binary/null") } }];
    expect(await shown({ metadata: { encoding: "binary/null" } })).toEqual(nothing);
    expect(await shown({ metadata: { encoding: "json/plain" }, data: "null" })).toEqual(nothing);
  });

  test.each([
    { metadata: { encoding: "binary/encrypted" }, data: "raw" },
    { metadata: { encoding: "json/plain", type: "Keyword" }, data: '"x"' },
    { metadata: { encoding: "json/plain" }, data: "not json" },
    { metadata: {}, data: "x" },
  ])("%j keeps its long form", async (payload) => {
    const metadata = Object.fromEntries(
      Object.entries(payload.metadata).map(([key, value]) => [key, base64(value)]),
    );
    const long = { ...(Object.keys(metadata).length > 0 ? { metadata } : {}), data: base64(payload.data) };
    expect(await shown(payload)).toEqual({ payloads: [long] });
  });

  test("noPayloadShorthand and pretty are asked for by query or by Accept, and named in the answer", async () => {
    const payload = { metadata: { encoding: "json/plain" }, data: "1" };
    expect(await shown(payload, "?noPayloadShorthand")).toMatchObject({ payloads: [{ data: base64("1") }] });
    const line = "GET /api/v1/namespaces/n";
    const accept = "text/html, application/json+pretty+no-payload-shorthand";
    const both = await ask(line, { headers: { accept } });
    expect(both.headers["content-type"]).toBe("application/json+pretty+no-payload-shorthand");
    expect((await ask(`${line}?pretty`)).headers["content-type"]).toBe("application/json+pretty");
    expect((await ask(line, { headers: { accept: "*/*" } })).headers["content-type"]).toBe(
      "application/json",
    );
  });

  test("failures are google.rpc.Status with grpc-gateway's HTTP status", async () => {
    const detail = codecOf("temporal.api.errordetails.v1.NamespaceNotFoundFailure");
    const details = [{ typeName: detail.typeName, value: detail.encode({ namespace: "n" }) }];
    const notFound = await ask("GET /api/v1/namespaces/n", {
      call: () => Promise.reject(new CloudError("NOT_FOUND", "no n", { details })),
    });
    expect(notFound.status).toBe(404);
    expect(JSON.parse(notFound.body)).toEqual({
      code: 5,
      message: "no n",
      details: [{ "@type": `type.googleapis.com/${detail.typeName}`, namespace: "n" }],
    });
    const busy = new CloudError("RESOURCE_EXHAUSTED", "slow down", { retryAfterMs: 1_200 });
    const limited = await ask("GET /api/v1/namespaces/n", { call: () => Promise.reject(busy) });
    expect([limited.status, limited.headers["retry-after"]]).toEqual([429, "2"]);
    const failed = new CloudError("FAILED_PRECONDITION", "no");
    expect((await ask("GET /api/v1/namespaces/n", { call: () => Promise.reject(failed) })).status).toBe(400);
  });

  test("what nobody expected tells the caller nothing", async () => {
    const answer = await ask("GET /api/v1/namespaces/n", { call: () => Promise.reject(new Error("secret")) });
    expect(answer.status).toBe(500);
    expect(answer.body).not.toContain("secret");
  });
});

describe("the call", () => {
  test("it sees authorization, Temporal's headers and Grpc-Metadata-*, and nothing else of HTTP", async () => {
    let metadata: unknown;
    await ask("GET /api/v1/namespaces/n", {
      headers: {
        authorization: "Bearer x",
        cookie: "a=b",
        "client-name": "me",
        "grpc-metadata-trace": "1",
        "grpc-metadata-authorization": "Bearer y",
      },
      call: (call) => {
        metadata = call.metadata;
        return Promise.resolve(new Uint8Array());
      },
    });
    expect(metadata).toEqual({ authorization: "Bearer x", "client-name": "me", trace: "1" });
  });

  test("grpc-timeout ends it", async () => {
    const answer = await ask("GET /api/v1/namespaces/n", {
      headers: { "grpc-timeout": "20m" },
      call: (call) =>
        new Promise((_, reject) => {
          call.signal.addEventListener("abort", () => reject(new Error("told")), { once: true });
        }),
    });
    expect([answer.status, (JSON.parse(answer.body) as { code: number }).code]).toEqual([504, 4]);
    const malformed = await ask("GET /api/v1/namespaces/n", { headers: { "grpc-timeout": "soon" } });
    expect(malformed.status).toBe(400);
  });
});
