// The words of the Nexus HTTP protocol: what is said comes back the same, and what is not well formed is refused.
import { describe, expect, it, test } from "vitest";
import type { temporal } from "#contracts";
import { HandlerError } from "../handler-error.ts";
import { contentOfPayload, payloadOfContent } from "./content.ts";
import { errorOfAnswer } from "./error-of-answer.ts";
import { linkHeaderOf, linksOfHeader } from "./link-header.ts";
import { PostError } from "./post.ts";
import { parseDuration } from "./protocol.ts";
import { readNexusFailure } from "./read-failure.ts";
import { readerHeaders } from "./reader-headers.ts";
import { isNexusPath, nexusRouteOf } from "./routes.ts";

function payload(metadata: Record<string, string>) {
  return {
    metadata: Object.fromEntries(Object.entries(metadata).map(([key, text]) => [key, Buffer.from(text)])),
    data: Buffer.from("data"),
  };
}

function plain({ metadata, data }: temporal.api.common.v1.IPayload) {
  const texts = Object.entries(metadata ?? {}).map(([key, bytes]) => [key, Buffer.from(bytes).toString()]);
  return { metadata: Object.fromEntries(texts) as object, data: Buffer.from(data ?? []).toString() };
}

describe("a payload as content", () => {
  test.each([
    [{ encoding: "json/plain" }, "application/json"],
    [{ encoding: "binary/plain" }, "application/octet-stream"],
    [
      { encoding: "json/protobuf", messageType: "a.B" },
      'application/json; format=protobuf; message-type="a.B"',
    ],
    [{ encoding: "binary/protobuf", messageType: "a.B" }, 'application/x-protobuf; message-type="a.B"'],
  ])("%j has the type %j and comes back the same", (metadata, type) => {
    const content = contentOfPayload(payload(metadata));
    expect(content.header).toEqual({ type });
    expect(plain(payloadOfContent(content))).toEqual({ metadata, data: "data" });
  });

  test.each([
    [{}],
    [{ encoding: "json/plain", mine: "1" }],
    [{ encoding: "json/protobuf" }],
    [{ encoding: "json/plain", messageType: "a.B" }],
    [{ encoding: "binary/encrypted" }],
    [{ encoding: "binary/null", mine: "1" }],
  ])("%j travels whole, because no type says it all", (metadata) => {
    const content = contentOfPayload(payload(metadata));
    expect(content.header).toEqual({ type: "application/x-temporal-payload" });
    expect(plain(payloadOfContent(content))).toEqual({ metadata, data: "data" });
  });

  it("without a value has neither type nor bytes", () => {
    const nothing = { metadata: { encoding: Buffer.from("binary/null") } };
    expect(contentOfPayload(null)).toEqual({ header: {}, data: new Uint8Array() });
    expect(contentOfPayload(nothing)).toEqual({ header: {}, data: new Uint8Array() });
    expect(payloadOfContent({ header: {}, data: new Uint8Array() })).toEqual(nothing);
  });

  test.each([
    [{ type: "text/html; charset=utf-8" }],
    [{ type: "application/json; charset=utf-8" }],
    [{ type: "application/json", language: "de" }],
    [{ type: 'application/json; message-type="a' }],
    [{}],
  ])("that a payload cannot say, %j, becomes metadata and comes back the same", (header) => {
    const content = { header, data: Buffer.from("x") };
    const kept = payloadOfContent({ ...content, header: { ...header, length: "1", encoding: "gzip" } });
    expect(plain(kept)).toEqual({ metadata: { ...header, encoding: "unknown/nexus-content" }, data: "x" });
    expect(contentOfPayload(kept)).toEqual(content);
  });

  it("that says it is a payload and is none, is refused", () => {
    const content = { header: { type: "application/x-temporal-payload" }, data: Buffer.from("not one") };
    expect(() => payloadOfContent(content)).toThrow();
  });
});

describe("links in a header", () => {
  const links = [
    { url: "temporal:///a/b?c=1", type: "some.Type" },
    { url: "https://elsewhere/", type: "Other" },
  ];

  it("come back the same", () => {
    const header = '<temporal:///a/b?c=1>; type="some.Type", <https://elsewhere/>; type="Other"';
    expect(linkHeaderOf(links)).toBe(header);
    expect(linksOfHeader(header)).toEqual(links);
    expect(linksOfHeader("<https://elsewhere/>; rel=x; type=Other")).toEqual([links[1]]);
    expect([linkHeaderOf([]), linksOfHeader(undefined)]).toEqual([undefined, []]);
  });

  it("that would break the header are left out", () => {
    expect(linkHeaderOf([{ url: "https://a/>, <b", type: "T" }, { url: "https://a", type: 'x"' }, {}])).toBe(
      undefined,
    );
  });

  test.each([
    "",
    "a",
    "<>; type=T",
    "<https://a>",
    "<https://a>; type",
    '<https://a>; type="a b"',
    "<a>; type=T,",
  ])("%j is not well formed", (header) => {
    expect(linksOfHeader(header)).toBe(undefined);
  });
});

describe("the addresses", () => {
  it("are those of operations and of completions", () => {
    const start = { kind: "start" };
    expect(nexusRouteOf("/nexus/endpoints/id/services/a%2Fb/c")).toEqual({
      kind: "operation",
      target: { endpointId: "id" },
      service: "a/b",
      operation: "c",
      act: start,
    });
    expect(nexusRouteOf("/namespaces/n%20s/task-queues/t%2Fq/nexus-services/a/b/cancel")).toEqual({
      kind: "operation",
      target: { namespace: "n s", taskQueue: "t/q" },
      service: "a",
      operation: "b",
      act: { kind: "cancel", token: undefined },
    });
    expect(nexusRouteOf("/nexus/endpoints/id/services/a/b/t%2F1/cancel")).toMatchObject({
      act: { kind: "cancel", token: "t/1" },
    });
    expect(nexusRouteOf("/nexus/callback")).toEqual({ kind: "completion", namespace: undefined });
    expect(nexusRouteOf("/namespaces/n%20s/nexus/callback")).toEqual({
      kind: "completion",
      namespace: "n s",
    });
  });

  it("are no others", () => {
    expect(nexusRouteOf("/nexus/endpoints/id/services/a")).toEqual({ kind: "nothing" });
    expect(nexusRouteOf("/nexus/endpoints/id/services/a/b/other")).toEqual({ kind: "nothing" });
    expect(nexusRouteOf("/nexus/endpoints/id/services/%zz/b")).toEqual({ kind: "malformed" });
    for (const path of ["/nexus/endpoints/id", "/namespaces/n/task-queues/q", "/api/v1/nexus/endpoints", "/"])
      expect(isNexusPath(path)).toBe(false);
  });
});

test.each([
  ["250ms", 250],
  ["1.5s", 1_500],
  ["2m", 120_000],
  ["0.1ms", 0],
  ["5", undefined],
  ["5h", undefined],
  ["-5s", undefined],
  ["s", undefined],
])("the duration %j is %j ms", (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

describe("what a handler gets to see", () => {
  it("is neither of the connection nor what opens the cell", () => {
    const headers = {
      authorization: "Bearer x",
      "content-type": "application/json",
      host: "cell",
      "nexus-callback-token": "t",
      "temporal-nexus-failure-support": "true",
      "x-mine": "1",
      "nexus-request-id": "r",
    };
    expect(readerHeaders(headers)).toEqual({ "x-mine": "1", "nexus-request-id": "r" });
  });
});

describe("failures of strangers", () => {
  const read = (json: unknown) => readNexusFailure(Buffer.from(JSON.stringify(json)));

  it("are read with their causes", () => {
    const failure = { message: "a", metadata: { type: "t" }, details: { b: 1 }, cause: { message: "c" } };
    expect(read({ ...failure, more: 1, stackTrace: null })).toEqual(failure);
  });

  it("that are none are refused", () => {
    let nested: unknown = {};
    for (let depth = 0; depth < 200; depth += 1) nested = { cause: nested };
    for (const json of [1, null, [], { message: 1 }, { metadata: { a: 1 } }, { cause: "x" }, nested])
      expect(() => read(json)).toThrow();
  });
});

describe("an answer that refuses", () => {
  const answer = (status: number, headers: Record<string, string>, body: unknown) => ({
    status,
    statusText: "Words",
    headers,
    body: Buffer.from(JSON.stringify(body)),
  });
  const json = { "content-type": "application/json; charset=utf-8" };

  it("carries the error of the handler", () => {
    const error = errorOfAnswer(
      answer(400, json, {
        message: "not now",
        metadata: { type: "nexus.HandlerError" },
        details: { type: "BAD_REQUEST", retryableOverride: true },
      }),
    );
    expect(error).toBeInstanceOf(HandlerError);
    expect([error.message, error.isRetryable]).toEqual(["handler error (BAD_REQUEST): not now", true]);
  });

  it("is understood by its status, what it carries being the cause", () => {
    const error = errorOfAnswer(
      answer(404, { ...json, "nexus-request-retryable": "true" }, { message: "gone" }),
    );
    expect([error.message, error.isRetryable]).toEqual(["handler error (NOT_FOUND)", true]);
    expect(error instanceof HandlerError && error.failure.cause?.message).toBe("gone");
    expect(errorOfAnswer(answer(404, {}, "")).isRetryable).toBe(false);
    expect(errorOfAnswer(answer(503, {}, "")).isRetryable).toBe(true);
  });

  it("is unexpected with another status, or with a failure that is none", () => {
    for (const [status, body, message] of [
      [302, { message: "moved" }, 'unexpected response status: "302 Words": moved'],
      [
        400,
        {
          message: "m",
          metadata: { type: "nexus.HandlerError" },
          details: { type: "A", encodedAttributes: "e30x" },
        },
        "failed to convert Failure to error: m",
      ],
    ] as const) {
      const error = errorOfAnswer(answer(status, json, body));
      expect(error).toBeInstanceOf(PostError);
      expect([error.message, error.isRetryable]).toEqual([message, true]);
    }
  });
});
