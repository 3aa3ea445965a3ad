// The script that asks a namespace's codec server from the browser, served to people who may see the namespace with a
// content security policy of its own: it may reach the origin of that one codec server and nothing else. The pages'
// policy stays as it is, so that no page can send what it shows to another origin.
import { readFileSync } from "node:fs";
import { findNamespace, configurationOf } from "#domain/namespaces";
import { CloudError } from "#shared/errors";
import { identifyCaller } from "../calls/identify-caller.ts";
import type { CallPorts } from "../calls/run-operation.ts";
import type { HttpApp } from "../rest/http-app.ts";
import { inboundCall } from "../rest/operation-routes.ts";
import { builtConsole } from "./mount-console.ts";

export const CODEC_WORKER_PATH = "/codec-worker";
const FILE = /^([a-z0-9.-]{1,128})\.js$/;

export interface CodecWorkerPorts extends Pick<CallPorts, "authenticate" | "rateLimits" | "makeContext"> {
  publicUrl: string;
}

/** Errors: UNAUTHENTICATED, PERMISSION_DENIED, NOT_FOUND for other accounts' namespaces and those without a codec server. */
export function mountCodecWorker(app: HttpApp, ports: CodecWorkerPorts, directory = builtConsole()): void {
  if (directory === undefined) return;
  const script = readFileSync(`${directory}/codec-worker.js`);
  app.allow(new RegExp(`^${CODEC_WORKER_PATH}/[^/]+$`), "GET");
  app.fastify.get(`${CODEC_WORKER_PATH}/:file`, async (request, reply) => {
    const call = inboundCall(request, reply, ports);
    const caller = await identifyCaller(ports, call, { isPublic: false });
    if (caller?.session === undefined) throw new CloudError("UNAUTHENTICATED", "Sign in first.");
    const { file } = request.params as { file: string };
    const context = ports.makeContext(call, caller.actor, {
      sessionId: caller.session.sessionId,
      isPublic: false,
    });
    const row = await findNamespace(context, context.database.query, {
      namespace: FILE.exec(file)?.[1] ?? "",
      action: "cloud.namespace.get",
    });
    const { codecServer } = configurationOf(row);
    if (codecServer === null) throw new CloudError("NOT_FOUND", "The namespace has no codec server.");
    return reply
      .header("content-type", "text/javascript; charset=utf-8")
      .header("content-security-policy", codecPolicy(codecServer.endpoint))
      .send(script);
  });
}

/** An origin holds no character that ends a directive: URL has percent-encoded or refused them. */
function codecPolicy(endpoint: string): string {
  return `default-src 'none'; connect-src ${new URL(endpoint).origin}; frame-ancestors 'none'`;
}
