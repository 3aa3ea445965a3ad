// Nexus by hand: a worker that takes requests from a queue of its own, and a handler that listens at an address.
import { Buffer } from "node:buffer";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import type { temporal } from "@temporalio/proto";
import { bytes } from "./programs/raw-worker.ts";
import { freshQueue } from "./programs/program.ts";
import type { Fixture } from "./fixture.ts";

type NexusTask = temporal.api.workflowservice.v1.IPollNexusTaskQueueResponse;

const POLL_MS = 10_000;
const POLLS_MAX = 3;

export interface RawNexusWorker {
  readonly taskQueue: string;
  /** An endpoint whose target is the queue. */
  readonly endpoint: { id: string; name: string };
  /** The next request. */
  task(): Promise<NexusTask>;
  complete(task: NexusTask, response: temporal.api.nexus.v1.IResponse): Promise<void>;
  fail(task: NexusTask, failure: temporal.api.failure.v1.IFailure): Promise<void>;
}

export async function rawNexusWorker(fixture: Fixture): Promise<RawNexusWorker> {
  const { raw, namespace } = fixture;
  const taskQueue = freshQueue(fixture, "nexus");
  const target = { worker: { namespace, taskQueue } };
  const endpoint = await createEndpoint(fixture, target);
  const poll = (): Promise<NexusTask> =>
    fixture.poll(
      () =>
        raw.pollNexusTaskQueue({
          namespace,
          taskQueue: { name: taskQueue },
          identity: "by hand",
        }),
      POLL_MS,
    );
  return {
    taskQueue,
    endpoint,
    task: async () => {
      for (let attempt = 1; attempt < POLLS_MAX; attempt += 1) {
        const task = await poll();
        if (bytes(task.taskToken).length > 0) return task;
      }
      return poll();
    },
    complete: async (task, response) => {
      await raw.respondNexusTaskCompleted({ namespace, taskToken: bytes(task.taskToken), response });
    },
    fail: async (task, failure) => {
      await raw.respondNexusTaskFailed({ namespace, taskToken: bytes(task.taskToken), failure });
    },
  };
}

export async function createEndpoint(
  fixture: Fixture,
  target: temporal.api.nexus.v1.IEndpointTarget,
): Promise<{ id: string; name: string }> {
  const name = freshQueue(fixture, "endpoint");
  const { endpoint } = await fixture.operator.createNexusEndpoint({ spec: { name, target } });
  return { id: endpoint?.id ?? "", name };
}

export interface HeardRequest {
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: string;
}

export interface Listener {
  readonly url: string;
  readonly heard: readonly HeardRequest[];
  stop(): Promise<void>;
}

/** Hears requests and answers each as told. */
export async function listenByHand(
  answer: (request: HeardRequest, index: number) => Answer,
): Promise<Listener> {
  const heard: HeardRequest[] = [];
  const server = createServer((message, response) => {
    const parts: Buffer[] = [];
    message.on("data", (part: Buffer) => parts.push(part));
    message.on("end", () => {
      const url = new URL(message.url ?? "/", "http://listener");
      const request = {
        path: url.pathname,
        query: url.searchParams,
        headers: message.headers,
        body: Buffer.concat(parts).toString("utf8"),
      };
      heard.push(request);
      const { status, headers = {}, body = "" } = answer(request, heard.length - 1);
      response.writeHead(status, headers).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A TCP server has a port.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    heard,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
