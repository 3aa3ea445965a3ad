// The Fastify application: security headers, request ids, errors in one form, 404 and 405, and the routes of the
// operation table. Routes that are not operations (pages, webhooks) are mounted by their own folders.
import type http from "node:http";
import helmet from "@fastify/helmet";
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from "fastify";
import { CloudError, toCloudError } from "#shared/errors";
import type { Ids } from "#shared/ids";
import type { Logger } from "#shared/log";
import { createHttp1Server } from "#shared/http1-server";
import {
  bodyBytesMax,
  droppedBodyBytesMax,
  http1Limits,
  pathParameterCharactersMax,
  requestTimeoutMs,
} from "../limits.ts";
import type { HttpListener } from "../ports/protocol-servers.ts";
import { answerClientError } from "./client-error.ts";
import { errorAnswer } from "./error-body.ts";

export interface HttpApp {
  readonly fastify: FastifyInstance;
  readonly http1: http.Server;
  /** Serves one request, of HTTP/1.1 or through the compatibility layer of HTTP/2. */
  readonly listener: HttpListener;
  /** Tells the path to the 405 answer; called for each mounted route. */
  allow(pattern: RegExp, method: string): void;
}

export const REQUEST_ID_HEADER = "x-request-id";
const HSTS_SECONDS = 365 * 24 * 3600;

export async function createHttpApp(ports: {
  ids: Ids;
  log: Logger;
  /** Where customers reach the API; over https it must never be reached otherwise. */
  publicUrl: string;
}): Promise<HttpApp> {
  let listener: HttpListener = () => undefined;
  let server: http.Server | undefined;
  const fastify = Fastify({
    serverFactory: (handler) => {
      listener = handler;
      server = createHttp1Server(http1Limits, handler);
      return server;
    },
    logger: false,
    bodyLimit: bodyBytesMax,
    requestTimeout: requestTimeoutMs,
    trustProxy: false,
    exposeHeadRoutes: true,
    return503OnClosing: true,
    genReqId: () => ports.ids.uuid(),
    routerOptions: { maxParamLength: pathParameterCharactersMax },
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, request, reply) => {
      // Refused before any hook runs, so the headers that hooks set are set here.
      reply.headers({
        [REQUEST_ID_HEADER]: request.id,
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      });
      sendFailure(reply as FastifyReply, error, ports.log);
    },
  });
  const allowed: { pattern: RegExp; method: string }[] = [];
  await addSecurityHeaders(fastify, ports.publicUrl.startsWith("https:"));
  acceptJsonOnly(fastify);
  fastify.setErrorHandler((error: FastifyError, request, reply) =>
    // Fastify refuses QUERY without a content type before it looks whether anything here takes QUERY.
    error.code === "FST_ERR_ROUTE_MISSING_CONTENT_TYPE"
      ? answerUnknownPath(request, reply, allowed)
      : sendFailure(reply, error, ports.log),
  );
  fastify.setNotFoundHandler((request, reply) => answerUnknownPath(request, reply, allowed));
  if (server === undefined) throw new Error("Fastify did not ask for its server");
  return {
    fastify,
    http1: server,
    listener: (request, response) => listener(request, response),
    allow: (pattern, method) => void allowed.push({ pattern, method }),
  };
}

/** On every answer, pages and errors alike. */
async function addSecurityHeaders(fastify: FastifyInstance, isHttpsOnly: boolean): Promise<void> {
  fastify.addHook("onRequest", async (request, reply) => {
    reply.header(REQUEST_ID_HEADER, request.id);
    reply.header("cache-control", "no-store");
    reply.header("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    // Not on a local installation that also serves plain HTTP: browsers apply it to every port of a host.
    if (isHttpsOnly) reply.header("strict-transport-security", `max-age=${HSTS_SECONDS}; includeSubDomains`);
  });
  await fastify.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        objectSrc: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
      },
    },
    strictTransportSecurity: false,
    // Not "no-referrer": with it browsers send "Origin: null" from our own forms.
    referrerPolicy: { policy: "same-origin" },
    crossOriginOpenerPolicy: { policy: "same-origin" },
    crossOriginResourcePolicy: { policy: "same-origin" },
  });
}

export function isEncrypted(request: FastifyRequest): boolean {
  return (request.raw.socket as { encrypted?: boolean }).encrypted === true;
}

/** Bodies arrive as bytes: messages are read strictly by their descriptors, webhooks need what was signed. */
function acceptJsonOnly(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body, done) => {
    const encoding = request.headers["content-encoding"] ?? "identity";
    if (encoding === "identity") return done(null, body);
    done(Object.assign(new Error("content-encoding"), { code: "FST_ERR_CTP_INVALID_MEDIA_TYPE" }));
  });
}

/** HTTP has its own words for what goes wrong before a message exists. */
const FRAMEWORK_FAILURES: Readonly<Record<string, { status: number; message: string }>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { status: 413, message: `The body has more than ${bodyBytesMax} bytes.` },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    message: "The body must be sent as content-type: application/json, without content-encoding.",
  },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    status: 400,
    message: "The body is not as long as content-length says.",
  },
  FST_ERR_BAD_URL: { status: 400, message: "The path is not a valid URL path." },
  FST_ERR_MAX_PARAM_LENGTH: {
    status: 400,
    message: `A path parameter has more than ${pathParameterCharactersMax} characters.`,
  },
};

function sendFailure(reply: FastifyReply, thrown: FastifyError, log: Logger): FastifyReply {
  const framework = Object.hasOwn(FRAMEWORK_FAILURES, thrown.code)
    ? FRAMEWORK_FAILURES[thrown.code]
    : undefined;
  if (framework !== undefined) {
    if (framework.status === 413) dropRest(reply);
    return sendError(reply, new CloudError("INVALID_ARGUMENT", framework.message), framework.status);
  }
  const { statusCode = 500 } = thrown;
  if (!(thrown instanceof CloudError) && statusCode >= 400 && statusCode < 500)
    return sendError(reply, new CloudError("INVALID_ARGUMENT", "The request is malformed."), statusCode);
  const error = toCloudError(thrown);
  // Failures of operations are logged where they run; this is for what fails outside of them.
  if (!(thrown instanceof CloudError))
    log.error({ err: thrown, requestId: reply.request.id }, "request failed");
  return sendError(reply, error);
}

/** The rest of a body that is too large is read and dropped: a sender that is cut off would lose its answer to the reset. */
function dropRest(reply: FastifyReply): void {
  const announced = Number(reply.request.headers["content-length"]);
  if (!(announced <= droppedBodyBytesMax)) return;
  reply.removeHeader("connection");
  reply.request.raw.resume();
}

export function sendError(reply: FastifyReply, error: CloudError, status?: number): FastifyReply {
  const answer = errorAnswer(error, status);
  // Fastify takes the body from answers to HEAD on routes, and not where there is none.
  const body = reply.request.method === "HEAD" ? undefined : answer.body;
  return reply
    .code(answer.status)
    .headers({ ...answer.headers, "content-type": "application/json" })
    .send(body);
}

function answerUnknownPath(
  request: FastifyRequest,
  reply: FastifyReply,
  allowed: readonly { pattern: RegExp; method: string }[],
): FastifyReply {
  const [path = ""] = request.url.split("?");
  const methods = [
    ...new Set(allowed.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method)),
  ];
  if (methods.length === 0)
    return sendError(reply, new CloudError("NOT_FOUND", "There is nothing at this path."));
  const allow = methods.sort().join(", ");
  reply.header("allow", allow);
  return sendError(
    reply,
    new CloudError("UNIMPLEMENTED", `${request.method} is not allowed here; use ${allow}.`),
    405,
  );
}
