// Mounts the operation table on HTTP by the google.api.http bindings of its rpcs: nobody writes a route by hand.
import { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import { messageToJsonText, parsePathTemplate, requestMessage, type HttpBinding } from "#contracts";
import { CSRF_HEADER } from "../auth/request-forgery.ts";
import { clearSessionCookie, readSessionCookie, setSessionCookie } from "../auth/session-cookie.ts";
import { API_VERSION_HEADER } from "../calls/api-version.ts";
import {
  OPERATOR_HEADER,
  REASON_HEADER,
  reasonOf,
  type Credentials,
  type InboundCall,
} from "../calls/inbound-call.ts";
import type { MountedOperation } from "../calls/operation-table.ts";
import type { RunOperation } from "../calls/run-operation.ts";
import { isStreamed } from "../calls/streamed-body.ts";
import { isEncrypted, type HttpApp } from "./http-app.ts";

export interface RouteOptions {
  /** Where customers reach this API, e.g. "https://cloud.example.com"; decides cookie names and own origins. */
  publicUrl: string;
}

export function mountOperations(
  app: HttpApp,
  table: readonly MountedOperation[],
  run: RunOperation,
  options: RouteOptions,
): void {
  for (const mounted of table) {
    for (const binding of mounted.method.bindings) mountBinding(app, mounted, binding, run, options);
  }
}

function mountBinding(
  app: HttpApp,
  mounted: MountedOperation,
  binding: HttpBinding,
  run: RunOperation,
  options: RouteOptions,
): void {
  const template = parsePathTemplate(binding.path);
  // As Fastify spells it: "/cloud/sinks/{spec.name}" is "/cloud/sinks/:p0".
  let variables = 0;
  const route = template.segments.map((segment) =>
    "field" in segment ? `:p${variables++}` : segment.literal,
  );
  app.allow(template.pattern, binding.method);
  app.fastify.route({
    method: binding.method,
    url: `/${route.join("/")}`,
    handler: async (request, reply) => {
      const params = request.params as Readonly<Record<string, string>>;
      const message = requestMessage(mounted.method.request.type, binding, {
        pathVariables: template.fields.map((field, index) => [field, params[`p${index}`] ?? ""]),
        query: queryOf(request.url),
        body: request.body as Buffer | undefined,
      });
      const response = await run(mounted, inboundCall(request, reply, options), message);
      return sendMessage(reply, mounted, response);
    },
  });
}

function queryOf(url: string): URLSearchParams {
  const at = url.indexOf("?");
  return new URLSearchParams(at === -1 ? "" : url.slice(at + 1));
}

/** google.api.HttpBody goes out as it is, a streamed one while it is made; everything else as canonical JSON. */
function sendMessage(reply: FastifyReply, mounted: MountedOperation, response: unknown): FastifyReply {
  const { response: codec } = mounted.method;
  if (isStreamed(response)) {
    return reply
      .headers(response.headers ?? {})
      .header("content-type", response.contentType)
      .header("content-disposition", `attachment; filename="${response.fileName}"`)
      .send(Readable.from(response.chunks, { objectMode: false }));
  }
  if (codec.typeName === "google.api.HttpBody") {
    const { contentType, data } = response as { contentType?: string; data?: Uint8Array };
    return reply
      .header("content-type", contentType ?? "application/octet-stream")
      .header("content-disposition", "attachment")
      .send(Buffer.from(data ?? new Uint8Array()));
  }
  return reply.header("content-type", "application/json").send(messageToJsonText(codec.type, response));
}

/** The call as the runner sees it; effects on the session become cookies of the reply. */
export function inboundCall(
  request: FastifyRequest,
  reply: FastifyReply,
  options: RouteOptions,
): InboundCall {
  const gone = new AbortController();
  // A body that was read whole also closes the request, so only a connection that ends before the answer counts.
  reply.raw.on("close", () => {
    if (!reply.raw.writableEnded) gone.abort();
  });
  const isSecure = isEncrypted(request) || options.publicUrl.startsWith("https:");
  const apiVersion = request.headers[API_VERSION_HEADER];
  const reason = request.headers[REASON_HEADER];
  return {
    transport: "http",
    isMutation: request.method !== "GET" && request.method !== "HEAD",
    requestId: request.id,
    ...(typeof apiVersion === "string" ? { apiVersion } : {}),
    remoteAddress: request.ip,
    signal: gone.signal,
    credentials: credentialsOf(request, isSecure, options),
    session: {
      set: (session) => void reply.header("set-cookie", setSessionCookie(session, isSecure)),
      clear: () => void reply.header("set-cookie", clearSessionCookie(isSecure)),
    },
    ...reasonOf(typeof reason === "string" ? reason : undefined),
  };
}

function credentialsOf(request: FastifyRequest, isSecure: boolean, options: RouteOptions): Credentials {
  const { headers } = request;
  const sessionCookie = readSessionCookie(headers.cookie, isSecure);
  const csrfToken = headers[CSRF_HEADER];
  const fetchSite = headers["sec-fetch-site"];
  // HTTP/2 names the host in a pseudo header, which Fastify knows as the request's host.
  const scheme = isEncrypted(request) ? "https" : "http";
  return {
    ...(headers.authorization === undefined ? {} : { authorization: headers.authorization }),
    ...(sessionCookie === undefined ? {} : { sessionCookie }),
    ...(typeof csrfToken === "string" ? { csrfToken } : {}),
    ...(headers[OPERATOR_HEADER] === "1" ? { isOperator: true } : {}),
    ...(headers.origin === undefined ? {} : { origin: headers.origin }),
    ...(typeof fetchSite === "string" ? { fetchSite } : {}),
    ownOrigins: [new URL(options.publicUrl).origin, `${scheme}://${request.host}`],
  };
}
