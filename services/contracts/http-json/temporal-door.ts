// Temporal's HTTP API in front of the same unary calls that gRPC makes: paths by the google.api.http bindings of the
// services, payloads in short form unless asked otherwise, errors as google.rpc.Status. It decides nothing about rights.
import type { Clock } from "#shared/clock";
import { CloudError, toCloudError } from "#shared/errors";
import type { UnaryCall } from "#shared/grpc";
import type { HttpAnswer, HttpDoor, HttpRequest } from "#shared/http";
import { methodsOf } from "../methods.ts";
import { messageToJson } from "../proto-json/index.ts";
import { withinDeadline } from "./call-deadline.ts";
import { detailsToJson } from "./error-details.ts";
import { writePayloadShorthand } from "./payload-shorthand.ts";
import { requestMessage } from "./request-message.ts";
import { RouteTree } from "./route-tree.ts";
import { TEMPORAL_LONG_RULES, TEMPORAL_RULES } from "./transcoding-rules.ts";

/** Makes the call, by gRPC path; fails with CloudError. */
export type CallRpc = (call: UnaryCall, request: Uint8Array, origin: HttpRequest) => Promise<Uint8Array>;

export interface TemporalDoorOptions {
  /** Services whose bindings are served, by full name. */
  services: readonly string[];
  call: CallRpc;
  clock: Clock;
  /** Told of failures that nobody expected; the caller sees INTERNAL without details. */
  onBug: (error: CloudError, path: string) => void;
}

interface Style {
  isPretty: boolean;
  isShort: boolean;
}

const PLAIN: Style = { isPretty: false, isShort: true };

export function createTemporalDoor(options: TemporalDoorOptions): HttpDoor {
  const routes = new RouteTree(options.services.flatMap(methodsOf));
  return {
    answer: async (request) => {
      const style = styleOf(request);
      try {
        return await run(options, routes, request, style);
      } catch (thrown) {
        const error = toCloudError(thrown);
        if (error !== thrown) options.onBug(error, request.path);
        return failure(error, style);
      }
    },
    refuse: (error) => failure(error, PLAIN),
  };
}

async function run(
  options: TemporalDoorOptions,
  routes: RouteTree,
  request: HttpRequest,
  style: Style,
): Promise<HttpAnswer> {
  const match = routes.find(request.method, segmentsOf(request.path));
  if (match.kind === "nothing") throw new CloudError("NOT_FOUND", "Not Found");
  if (match.kind === "other methods") return methodNotAllowed(match.allowed, style);
  const { method, binding, fields } = match.route;
  const message = requestMessage(
    method.request.type,
    binding,
    {
      pathVariables: fields.map((field, index) => [field, match.values[index] ?? ""]),
      query: new URLSearchParams(request.query),
      body: request.body,
    },
    isLong(request.headers["content-type"]) ? TEMPORAL_LONG_RULES : TEMPORAL_RULES,
  );
  const response = method.response.decode(
    await withinDeadline(options.clock, request, method.path, (call) =>
      options.call(call, method.request.encode(message), request),
    ),
  );
  const json = messageToJson(
    method.response.type,
    response,
    style.isShort ? writePayloadShorthand : undefined,
  );
  return answerOf(200, json, style);
}

/** Unescaped segment by segment, so that "%2F" is a slash inside its segment. */
function segmentsOf(path: string): string[] {
  try {
    return path.split("/").slice(1).map(decodeURIComponent);
  } catch (cause) {
    throw new CloudError("INVALID_ARGUMENT", "the path is not a valid URL path: bad percent-escape", {
      cause,
    });
  }
}

const LONG = "no-payload-shorthand";

function isLong(mediaType: string | undefined): boolean {
  return mediaType?.split(";")[0]?.trim().endsWith(`+${LONG}`) === true;
}

/** By the query's `pretty` and `noPayloadShorthand`, else by Accept, else as the request itself was written. */
function styleOf({ query, headers }: HttpRequest): Style {
  const parameters = new URLSearchParams(query);
  const accepted = /\bapplication\/json(\+pretty)?(\+no-payload-shorthand)?/.exec(headers["accept"] ?? "");
  const byHeader = accepted?.[0] ?? headers["content-type"] ?? "";
  const isLongWanted = parameters.has("noPayloadShorthand") || isLong(byHeader);
  return {
    isPretty: parameters.has("pretty") || byHeader.includes("+pretty"),
    isShort: !isLongWanted,
  };
}

/** HTTP's own word, where grpc-gateway says 501. */
function methodNotAllowed(allowed: readonly string[], style: Style): HttpAnswer {
  const answer = failure(new CloudError("UNIMPLEMENTED", "Method Not Allowed"), style);
  return { ...answer, status: 405, headers: { ...answer.headers, allow: allowed.join(", ") } };
}

function failure(error: CloudError, style: Style): HttpAnswer {
  const details = detailsToJson(error.details);
  const body = {
    code: error.grpcStatus,
    message: error.publicMessage,
    ...(details.length === 0 ? {} : { details }),
  };
  // grpc-gateway's table, which differs from ours in this one.
  const status = error.code === "FAILED_PRECONDITION" ? 400 : error.httpStatus;
  const answer = answerOf(status, body, style);
  if (error.retryAfterMs === undefined) return answer;
  const seconds = String(Math.max(1, Math.ceil(error.retryAfterMs / 1000)));
  return { ...answer, headers: { ...answer.headers, "retry-after": seconds } };
}

function answerOf(status: number, json: unknown, style: Style): HttpAnswer {
  const variant = `${style.isPretty ? "+pretty" : ""}${style.isShort ? "" : `+${LONG}`}`;
  const body = style.isPretty ? JSON.stringify(json, undefined, 2) : JSON.stringify(json);
  return { status, headers: { "content-type": `application/json${variant}` }, body };
}
