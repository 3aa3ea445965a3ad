// Nexus over HTTP: operations that are asked for by address, handlers and callbacks at addresses outside the server.
import { randomUUID } from "node:crypto";
import { temporal } from "@temporalio/proto";
import { expect } from "vitest";
import { eventually } from "#harness/eventually";
import { createEndpoint, listenByHand, rawNexusWorker } from "../nexus-caller.ts";
import { errorOf, type Program } from "./program.ts";
import { command, json, rawWorker } from "./raw-worker.ts";

const { CallbackState, CommandType, NexusHandlerErrorRetryBehavior } = temporal.api.enums.v1;

const LIMIT_MS = 60_000;

function schedule(endpoint: string, operation: string): temporal.api.command.v1.ICommand {
  return {
    commandType: CommandType.COMMAND_TYPE_SCHEDULE_NEXUS_OPERATION,
    scheduleNexusOperationCommandAttributes: {
      endpoint,
      service: "a service",
      operation,
      input: json({ asked: true }),
      nexusHeader: { "X-Mine": "yes" },
    },
  };
}

export const nexusHttpPrograms: Program[] = [
  {
    title: "a Nexus operation is started over HTTP by its endpoint and by its queue, and answers at once",
    run: async (fixture) => {
      const worker = await rawNexusWorker(fixture);
      const places = [
        `/nexus/endpoints/${worker.endpoint.id}/services`,
        `/namespaces/${fixture.namespace}/task-queues/${worker.taskQueue}/nexus-services`,
      ];
      for (const [index, place] of places.entries()) {
        const asked = fixture.post(
          `${place}/a%20service/an%20operation?callback=http%3A%2F%2F127.0.0.1%3A9%2Fdone`,
          {
            "content-type": "application/json",
            "nexus-request-id": `request-${index}`,
            "nexus-callback-token": "mine",
            "nexus-link": '<temporal:///namespaces/n/workflows/w/r/history?eventID=1>; type="some.Type"',
            "x-mine": "yes",
            "request-timeout": "30s",
          },
          '{"input":1}',
        );
        const task = await worker.task();
        expect(task.request?.endpoint).toBe(index === 0 ? worker.endpoint.name : "");
        expect(task.request?.header).toMatchObject({ "x-mine": "yes" });
        expect(Object.keys(task.request?.header ?? {})).not.toContain("accept-encoding");
        expect(task.request?.startOperation).toMatchObject({
          service: "a service",
          operation: "an operation",
          requestId: `request-${index}`,
          callback: "http://127.0.0.1:9/done",
          callbackHeader: { token: "mine" },
          links: [{ url: "temporal:///namespaces/n/workflows/w/r/history?eventID=1", type: "some.Type" }],
        });
        const { payload } = task.request?.startOperation ?? {};
        expect(String(payload?.data)).toBe('{"input":1}');
        expect(String(payload?.metadata?.["encoding"])).toBe("json/plain");
        await worker.complete(task, {
          startOperation: {
            syncSuccess: {
              payload: json({ output: 2 }),
              links: [{ url: "temporal:///a/link", type: "some.Type" }],
            },
          },
        });
        const answer = await asked;
        expect(answer.status).toBe(200);
        expect(answer.headers.get("content-type")).toBe("application/json");
        expect(answer.headers.get("nexus-link")).toBe('<temporal:///a/link>; type="some.Type"');
        expect(await answer.json()).toEqual({ output: 2 });
      }
    },
  },
  {
    title: "a Nexus operation that goes on is told of over HTTP by its token, and canceled by it",
    run: async (fixture) => {
      const worker = await rawNexusWorker(fixture);
      const place = `/nexus/endpoints/${worker.endpoint.id}/services/a/b`;
      const asked = fixture.post(place, {});
      const task = await worker.task();
      const { payload } = task.request?.startOperation ?? {};
      expect(String(payload?.metadata?.["encoding"])).toBe("binary/null");
      await worker.complete(task, { startOperation: { asyncSuccess: { operationToken: "a token" } } });
      const started = await asked;
      expect([started.status, await started.json()]).toEqual([201, { token: "a token", state: "running" }]);

      const ways = [
        () => fixture.post(`${place}/cancel`, { "nexus-operation-token": "a token", "x-mine": "1" }),
        () => fixture.post(`${place}/cancel?token=a%20token`, { "x-mine": "1" }),
        () => fixture.post(`${place}/a%20token/cancel`, { "x-mine": "1" }),
      ];
      for (const cancel of ways) {
        const canceled = cancel();
        const request = await worker.task();
        expect(request.request?.cancelOperation).toMatchObject({
          service: "a",
          operation: "b",
          operationToken: "a token",
        });
        expect(request.request?.header).toMatchObject({ "x-mine": "1" });
        await worker.complete(request, { cancelOperation: {} });
        expect((await canceled).status).toBe(202);
      }
    },
  },
  {
    title: "what a Nexus worker fails with is told over HTTP by status, headers and failure",
    run: async (fixture) => {
      const worker = await rawNexusWorker(fixture);
      const place = `/nexus/endpoints/${worker.endpoint.id}/services/a/b`;
      const failed = async (
        isSupported: boolean,
        act: (task: temporal.api.workflowservice.v1.IPollNexusTaskQueueResponse) => Promise<void>,
      ) => {
        const headers: Record<string, string> = isSupported
          ? { "temporal-nexus-failure-support": "true" }
          : {};
        const asked = fixture.post(place, headers);
        const task = await worker.task();
        expect(task.request?.capabilities?.temporalFailureResponses).toBe(isSupported);
        await act(task);
        const answer = await asked;
        const { headers: told } = answer;
        return {
          status: answer.status,
          source: told.get("temporal-nexus-failure-source"),
          state: told.get("nexus-operation-state"),
          retryable: told.get("nexus-request-retryable"),
          body: await answer.json(),
        };
      };
      const error: temporal.api.failure.v1.IFailure = {
        message: "no such thing",
        nexusHandlerFailureInfo: {
          type: "NOT_FOUND",
          retryBehavior: NexusHandlerErrorRetryBehavior.NEXUS_HANDLER_ERROR_RETRY_BEHAVIOR_RETRYABLE,
        },
        cause: { message: "inside", applicationFailureInfo: { type: "Mine" } },
      };
      expect(await failed(true, (task) => worker.fail(task, error))).toEqual({
        status: 404,
        source: "worker",
        state: null,
        retryable: "true",
        body: {
          message: "no such thing",
          metadata: { type: "nexus.HandlerError" },
          details: { type: "NOT_FOUND", retryableOverride: true },
          cause: {
            message: "inside",
            metadata: { type: "temporal.api.failure.v1.Failure" },
            details: { applicationFailureInfo: { type: "Mine" } },
          },
        },
      });
      expect(await failed(false, (task) => worker.fail(task, error))).toMatchObject({
        status: 404,
        retryable: "true",
        body: { message: "inside" },
      });
      const unsuccessful = { message: "it did not work", applicationFailureInfo: { type: "Mine" } };
      const answer = { startOperation: { failure: unsuccessful } };
      expect(await failed(true, (task) => worker.complete(task, answer))).toEqual({
        status: 424,
        source: "worker",
        state: "failed",
        retryable: null,
        body: {
          message: "operation error",
          metadata: { type: "nexus.OperationError", "unwrap-error": "true" },
          details: { state: "failed" },
          cause: {
            message: "it did not work",
            metadata: { type: "temporal.api.failure.v1.Failure" },
            details: { applicationFailureInfo: { type: "Mine" } },
          },
        },
      });
      const older = {
        startOperation: {
          operationError: { operationState: "canceled", failure: { message: "as older workers say it" } },
        },
      };
      expect(await failed(false, (task) => worker.complete(task, older))).toEqual({
        status: 424,
        source: "worker",
        state: "canceled",
        retryable: null,
        body: { message: "as older workers say it" },
      });
    },
  },
  {
    title: "a Nexus request over HTTP that nobody takes in time is answered with a timeout",
    run: async (fixture) => {
      const worker = await rawNexusWorker(fixture);
      const place = `/nexus/endpoints/${worker.endpoint.id}/services/a/b`;
      const answer = await fixture.post(place, { "request-timeout": "2s" });
      expect(answer.status).toBe(520);
      expect(await answer.json()).toMatchObject({ message: "upstream timeout" });
    },
  },
  {
    title: "a Nexus request over HTTP that is wrong is refused with the reason",
    run: async (fixture) => {
      const worker = await rawNexusWorker(fixture);
      const place = `/nexus/endpoints/${worker.endpoint.id}/services/a/b`;
      const callback = "/nexus/callback";
      const refusals: [string, Record<string, string>, number, string][] = [
        [`/nexus/endpoints/${randomUUID()}/services/a/b`, {}, 404, "nexus endpoint not found"],
        ["/namespaces/unknown/task-queues/q/nexus-services/a/b", {}, 404, 'namespace not found: "unknown"'],
        [place, { "request-timeout": "soon" }, 400, "invalid request timeout header"],
        [place, { "nexus-link": "no link" }, 400, 'invalid "nexus-link" header'],
        [`${place}/cancel`, {}, 400, "missing operation token"],
        [`${place}/other`, {}, 404, "not found"],
        [`/nexus/endpoints/${worker.endpoint.id}/services/a`, {}, 404, "not found"],
        [callback, { "nexus-operation-state": "running" }, 400, 'invalid request operation state: "running"'],
        [callback, { "nexus-operation-state": "succeeded" }, 400, "invalid callback token"],
        [callback, { "nexus-operation-state": "failed", "content-type": "text/plain" }, 400, "content type"],
        [
          callback,
          { "nexus-operation-state": "succeeded", "temporal-callback-token": "forged" },
          400,
          "invalid callback token",
        ],
      ];
      for (const [path, headers, status, message] of refusals) {
        const answer = await fixture.post(path, headers);
        const body = (await answer.json()) as { message?: string };
        expect([path, answer.status, body.message ?? ""]).toEqual([
          path,
          status,
          expect.stringContaining(message),
        ]);
      }
    },
  },
  {
    title: "a workflow's Nexus operation is handled at an address, and completed by HTTP",
    limitMs: LIMIT_MS,
    run: async (fixture) => {
      const listener = await listenByHand(({ path }) =>
        path.endsWith("/cancel")
          ? { status: 202 }
          : {
              status: 201,
              headers: { "content-type": "application/json" },
              body: JSON.stringify({ token: "a token", state: "running" }),
            },
      );
      try {
        const endpoint = await createEndpoint(fixture, { external: { url: `${listener.url}/base/` } });
        const worker = await rawWorker(fixture);
        await worker.step([schedule(endpoint.name, "an operation")]);
        const second = await worker.task();
        expect(second.history?.events?.map(({ eventType }) => eventType)).toContain(
          temporal.api.enums.v1.EventType.EVENT_TYPE_NEXUS_OPERATION_STARTED,
        );
        const [asked] = listener.heard;
        expect(asked?.path).toBe("/base/a%20service/an%20operation");
        expect(asked?.headers).toMatchObject({
          "content-type": "application/json",
          "x-mine": "yes",
          "nexus-request-id": expect.any(String),
          "nexus-link": expect.stringContaining(`/workflows/${worker.handle.workflowId}/`),
          "request-timeout": expect.stringMatching(/^\d+ms$/),
        });
        expect(asked?.body).toBe('{"asked":true}');
        const callback = new URL(asked?.query.get("callback") ?? "");
        expect(callback.href).toBe(`http://callbacks.test/namespaces/${fixture.namespace}/nexus/callback`);
        const token = String(asked?.headers["nexus-callback-temporal-callback-token"]);

        const cancel: temporal.api.command.v1.ICommand = {
          commandType: CommandType.COMMAND_TYPE_REQUEST_CANCEL_NEXUS_OPERATION,
          requestCancelNexusOperationCommandAttributes: { scheduledEventId: 5 as never },
        };
        await worker.complete(second, [cancel]);
        await eventually(() => {
          const canceled = listener.heard.at(-1);
          expect(canceled?.path).toBe("/base/a%20service/an%20operation/cancel");
          expect(canceled?.headers["nexus-operation-token"]).toBe("a token");
          return true;
        });

        const headers = { "temporal-callback-token": token, "content-type": "application/json" };
        const wrong = await fixture.post("/namespaces/another/nexus/callback", {
          ...headers,
          "nexus-operation-state": "succeeded",
        });
        expect(wrong.status).toBe(400);
        const done = await fixture.post(
          callback.pathname,
          { ...headers, "nexus-operation-state": "failed" },
          JSON.stringify({ message: "it did not work", metadata: { own: "kind" } }),
        );
        expect(done.status).toBe(200);
        const last = await worker.task();
        const failed = last.history?.events?.find((event) => event.nexusOperationFailedEventAttributes);
        expect(failed?.nexusOperationFailedEventAttributes?.failure).toMatchObject({
          message: "nexus operation completed unsuccessfully",
          cause: { message: "it did not work", applicationFailureInfo: { type: "NexusFailure" } },
        });
        await worker.complete(last, [command.complete()]);
        const late = await fixture.post(callback.pathname, {
          ...headers,
          "nexus-operation-state": "succeeded",
        });
        expect(late.status).toBe(404);
      } finally {
        await listener.stop();
      }
    },
  },
  {
    title: "what a Nexus handler at an address answers decides over retries",
    limitMs: LIMIT_MS,
    run: async (fixture) => {
      const jsonType = { "content-type": "application/json" };
      const listener = await listenByHand((_request, index) => {
        if (index === 0) return { status: 503 };
        if (index === 1) return { status: 418, headers: jsonType, body: '{"message":"a teapot"}' };
        return { status: 424, headers: { ...jsonType, "nexus-operation-state": "canceled" }, body: "{}" };
      });
      try {
        const endpoint = await createEndpoint(fixture, { external: { url: listener.url } });
        const worker = await rawWorker(fixture);
        await worker.step([schedule(endpoint.name, "b")]);
        const failures = new Set<string>();
        const next = worker.task();
        await eventually(async () => {
          const { raw } = await worker.handle.describe();
          const [pending] = raw.pendingNexusOperations ?? [];
          if (pending?.lastAttemptFailure) failures.add(JSON.stringify(pending.lastAttemptFailure));
          return listener.heard.length === 3;
        });
        const told = (await next).history?.events ?? [];
        const canceled = told.find((event) => event.nexusOperationCanceledEventAttributes);
        expect(canceled?.nexusOperationCanceledEventAttributes?.failure?.cause).toMatchObject({
          canceledFailureInfo: {},
        });
        expect([...failures].join()).toContain("UNAVAILABLE");
        expect([...failures].join()).toContain("a teapot");
        expect(new Set(listener.heard.map(({ headers }) => headers["nexus-request-id"])).size).toBe(1);
      } finally {
        await listener.stop();
      }
    },
  },
  {
    title: "a completion callback is posted to its address when the workflow ends, again until it is taken",
    limitMs: LIMIT_MS,
    run: async (fixture) => {
      const listener = await listenByHand(({ path }, index) =>
        path === "/refused"
          ? { status: 400, headers: { "content-type": "application/json" }, body: '{"message":"never"}' }
          : { status: index < 2 ? 503 : 200 },
      );
      try {
        const { raw, namespace } = fixture;
        const taskQueue = { name: fixture.taskQueue };
        const workflowId = fixture.id("callback");
        await raw.startWorkflowExecution({
          namespace,
          workflowId,
          requestId: workflowId,
          workflowType: { name: "echo" },
          taskQueue,
          input: { payloads: [json("the result")] },
          completionCallbacks: ["/taken", "/refused"].map((path) => ({
            nexus: { url: `${listener.url}${path}`, header: { "X-Mine": "yes" } },
          })),
        });
        const handle = fixture.client.workflow.getHandle(workflowId);
        expect(await handle.result()).toBe("the result");
        await eventually(async () => {
          const { callbacks } = (await handle.describe()).raw;
          expect(callbacks?.map(({ state, attempt }) => [state, (attempt ?? 0) > 1])).toEqual([
            [CallbackState.CALLBACK_STATE_SUCCEEDED, true],
            [CallbackState.CALLBACK_STATE_FAILED, false],
          ]);
          expect(callbacks?.[1]?.lastAttemptFailure?.message).toBe("handler error (BAD_REQUEST)");
          return true;
        });
        const taken = listener.heard.filter(({ path }) => path === "/taken");
        expect(taken.at(-1)?.body).toBe('"the result"');
        expect(taken.at(-1)?.headers).toMatchObject({
          "content-type": "application/json",
          "x-mine": "yes",
          "nexus-operation-state": "succeeded",
          "nexus-operation-start-time": expect.stringMatching(/GMT$/),
          "nexus-operation-close-time": expect.stringMatching(/Z$/),
          "nexus-link": expect.stringContaining(`/workflows/${workflowId}/`),
        });
      } finally {
        await listener.stop();
      }
    },
  },
  {
    title: "a completion callback to an address that is not allowed is refused with the start",
    run: async (fixture) => {
      for (const [url, message] of [
        ["http://callbacks.test/done", "url does not match any configured callback address"],
        ["ftp://127.0.0.1/done", "unknown scheme"],
        ["temporal://elsewhere", "unknown scheme"],
      ] as const) {
        const { raw, namespace, taskQueue } = fixture;
        const workflowId = fixture.id("callback");
        const error = await errorOf(
          raw.startWorkflowExecution({
            namespace,
            workflowId,
            requestId: workflowId,
            workflowType: { name: "echo" },
            taskQueue: { name: taskQueue },
            completionCallbacks: [{ nexus: { url } }],
          }),
        );
        expect(error.message).toContain(message);
      }
    },
  },
];
