// What Nexus passes through: tokens, links, failures and addresses keep their meaning, and nothing false is let in.
import { describe, expect, it } from "vitest";
import { temporal } from "#contracts";
import { CallbackAddresses } from "./callback-addresses.ts";
import { CallbackTokens } from "./callback-tokens.ts";
import { HandlerError, isRetryableHandlerFailure } from "./handler-error.ts";
import { linksOfNexus, nexusLinkOf } from "./links.ts";
import { failureOfNexus, nexusFailureOf } from "./nexus-failure.ts";
import { startAnswerOf } from "./worker-answers.ts";

const { EventType } = temporal.api.enums.v1;

describe("callback tokens", () => {
  const tokens = new CallbackTokens(Buffer.alloc(32, 1));
  const caller = {
    namespaceId: "n",
    workflowId: "wörk/flow",
    runId: "r",
    scheduledEventId: 5,
    requestId: "q",
  };

  it("tell who waits, and nobody else can read them", () => {
    const token = tokens.seal(caller);
    expect(tokens.open(token)).toEqual(caller);
    expect(token).not.toContain("flow");
    expect(Buffer.from(token, "base64url").toString("latin1")).not.toContain("flow");
  });

  it("that were changed, cut or made elsewhere are none", () => {
    const token = tokens.seal(caller);
    const other = new CallbackTokens(Buffer.alloc(32, 2)).seal(caller);
    const flipped = `${token.slice(0, 30)}${token[30] === "A" ? "B" : "A"}${token.slice(31)}`;
    for (const bad of [undefined, "", "1.", "1.AAAA", token.slice(2), token.slice(0, -4), flipped, other])
      expect(tokens.open(bad)).toBeUndefined();
  });
});

describe("links", () => {
  it("to events are the addresses that SDKs read, and come back the same", () => {
    const event = {
      namespace: "space one",
      workflowId: "order/1",
      runId: "r",
      eventRef: { eventId: 5 as never, eventType: EventType.EVENT_TYPE_NEXUS_OPERATION_SCHEDULED },
    };
    const link = nexusLinkOf(event);
    expect(link).toEqual({
      url: "temporal:///namespaces/space%20one/workflows/order%2F1/r/history?eventID=5&eventType=NexusOperationScheduled&referenceType=EventReference",
      type: "temporal.api.common.v1.Link.WorkflowEvent",
    });
    expect(linksOfNexus([link])).toEqual([{ workflowEvent: event }]);
  });

  it("by request id and to activities are understood", () => {
    const event = {
      namespace: "n",
      workflowId: "w",
      runId: "r",
      requestIdRef: {
        requestId: "q&a",
        eventType: EventType.EVENT_TYPE_WORKFLOW_EXECUTION_OPTIONS_UPDATED,
      },
    };
    expect(linksOfNexus([nexusLinkOf(event)])).toEqual([{ workflowEvent: event }]);
    const activity = {
      url: "temporal:///namespaces/n/activities/a/r/details",
      type: "temporal.api.common.v1.Link.Activity",
    };
    expect(linksOfNexus([activity])).toEqual([{ activity: { namespace: "n", activityId: "a", runId: "r" } }]);
  });

  it("that say nothing to us are left out", () => {
    const type = "temporal.api.common.v1.Link.WorkflowEvent";
    const urls = [
      "",
      "nonsense",
      "https://example.com/namespaces/n/workflows/w/r/history?referenceType=EventReference&eventType=TimerFired",
      "temporal:///namespaces/n/workflows/w/r/history?referenceType=Other&eventType=TimerFired",
      "temporal:///namespaces/n/workflows/w/r/history?referenceType=EventReference&eventType=None",
      "temporal:///namespaces/n/workflows/%E0%A4%A/r/history?referenceType=EventReference&eventType=TimerFired",
    ];
    expect(linksOfNexus(urls.map((url) => ({ url, type })))).toEqual([]);
  });
});

describe("failures", () => {
  it("of Temporal pass through the protocol without loss", () => {
    const failure = {
      message: "outer",
      stackTrace: "at x",
      source: "GoSDK",
      applicationFailureInfo: {
        type: "T",
        nonRetryable: true,
        nextRetryDelay: { seconds: 3 as never, nanos: 0 },
        details: {
          payloads: [{ metadata: { encoding: Buffer.from("json/plain") }, data: Buffer.from('"d"') }],
        },
      },
      cause: { message: "inner", stackTrace: "", canceledFailureInfo: {} },
    };
    const told = JSON.parse(JSON.stringify(nexusFailureOf(failure))) as ReturnType<typeof nexusFailureOf>;
    expect(told).toMatchObject({ message: "outer", metadata: { type: "temporal.api.failure.v1.Failure" } });
    const back = failureOfNexus(told);
    expect(back).toMatchObject({ message: "outer", stackTrace: "at x", source: "GoSDK" });
    expect(back.applicationFailureInfo).toMatchObject({ type: "T", nonRetryable: true });
    expect(Number(back.applicationFailureInfo?.nextRetryDelay?.seconds)).toBe(3);
    const [detail] = back.applicationFailureInfo?.details?.payloads ?? [];
    expect(Buffer.from(detail?.data ?? []).toString()).toBe('"d"');
    expect(back.cause).toMatchObject({ message: "inner", canceledFailureInfo: {} });
  });

  it("of handlers keep their type and whether to try again", () => {
    const { failure } = new HandlerError("NOT_FOUND", "gone", { isRetryable: true });
    const back = failureOfNexus(nexusFailureOf(failure));
    expect(back).toMatchObject({ message: "gone", nexusHandlerFailureInfo: { type: "NOT_FOUND" } });
    expect(isRetryableHandlerFailure(back)).toBe(true);
    expect(isRetryableHandlerFailure({ nexusHandlerFailureInfo: { type: "NOT_FOUND" } })).toBe(false);
    expect(isRetryableHandlerFailure({ nexusHandlerFailureInfo: { type: "MADE_UP" } })).toBe(true);
  });

  it("of other kinds are kept whole as details", () => {
    const back = failureOfNexus({ message: "m", metadata: { type: "mine" }, details: { a: 1 } });
    const [payload] = back.applicationFailureInfo?.details?.payloads ?? [];
    expect(JSON.parse(Buffer.from(payload?.data ?? []).toString())).toEqual({
      metadata: { type: "mine" },
      details: { a: 1 },
    });
  });

  it("with endless causes are refused", () => {
    let told: ReturnType<typeof nexusFailureOf> = { message: "m" };
    for (let depth = 0; depth < 200; depth += 1) told = { message: "m", cause: told };
    expect(() => failureOfNexus(told)).toThrow("too many causes");
  });
});

describe("a worker's answer", () => {
  it("in the words of older SDKs means the same", () => {
    const failure = { message: "as asked", details: Buffer.from('{"a":1}'), metadata: { k: "v" } };
    const operationError = { operationState: "canceled", failure };
    expect(
      startAnswerOf({ kind: "answered", response: { startOperation: { operationError } } }),
    ).toMatchObject({
      kind: "unsuccessful",
      state: "canceled",
      failure: { message: "as asked", applicationFailureInfo: { type: "NexusFailure" } },
    });
    const error = { errorType: "BAD_REQUEST", failure: { message: "no" } };
    expect(startAnswerOf({ kind: "handlerError", error })).toMatchObject({
      kind: "callFailed",
      isRetryable: false,
      failure: { nexusHandlerFailureInfo: { type: "BAD_REQUEST" }, cause: { message: "no" } },
    });
  });

  it("that says nothing is an error of the handler", () => {
    expect(startAnswerOf({ kind: "answered", response: {} })).toMatchObject({
      kind: "callFailed",
      isRetryable: true,
      failure: { message: "empty outcome" },
    });
  });
});

describe("callback addresses", () => {
  const peers = {
    callbackAt: (url: string) =>
      url === "temporal://cell/cell-b"
        ? { url: "http://10.0.0.2:7233/nexus/callback", headers: {} }
        : undefined,
  };
  const addresses = new CallbackAddresses("*.example.com:8443, http://localhost:*, exact.example", peers);

  it("outside the cell need a rule, and TLS unless the rule says otherwise", () => {
    const allowed = [
      "temporal://system",
      "temporal://cell/cell-b",
      "https://a.b.example.com:8443/x",
      "http://localhost:8080/cb",
      "https://localhost/cb",
      "https://exact.example/cb?x=1",
      "https://exact.example:443/cb",
    ];
    for (const url of allowed) expect(() => addresses.check(url), url).not.toThrow();
    expect(() => addresses.check("http://exact.example/cb")).toThrow("does not allow insecure connections");
    expect(() => addresses.check("https://exactXexample/")).toThrow("does not match any configured");
    expect(() => addresses.check("https://example.com.evil.org:8443/")).toThrow("does not match any");
    expect(() => addresses.check("ftp://exact.example")).toThrow("unknown scheme");
    expect(() => addresses.check("temporal://cell/cell-c")).toThrow("unknown scheme");
    expect(() => addresses.check("temporal://cell/cell-b/api")).toThrow("unknown scheme");
    expect(() => addresses.check("temporal://other")).toThrow("unknown scheme");
    expect(() => addresses.check("nonsense")).toThrow("invalid callback url");
    expect(() => addresses.check(`https://exact.example/${"x".repeat(1_000)}`)).toThrow("longer than max");
  });
});
