// The way from a browser's session to running namespaces: POST /api/v1/workflow-service/<Method> takes the request as
// canonical proto3 JSON, goes to the gateway in the caller's name, and answers likewise. The gateway decides everything
// about the namespace; here is decided that it is the caller's own browser that asks.
import type { FastifyReply, FastifyRequest } from "fastify";
import { messageToJsonText, requestMessage, type RpcMethod } from "#contracts";
import type { Actor } from "#domain/context";
import { CloudError, toCloudError } from "#shared/errors";
import { checkRequestOrigin, checkSessionMutation } from "../auth/request-forgery.ts";
import { identifyCaller } from "../calls/identify-caller.ts";
import type { InboundCall } from "../calls/inbound-call.ts";
import type { CallPorts } from "../calls/run-operation.ts";
import type { HttpApp } from "../rest/http-app.ts";
import { inboundCall } from "../rest/operation-routes.ts";
import { CallsAtOnce } from "./calls-at-once.ts";
import type { GatewayClient } from "./gateway-client.ts";
import { relayMethods } from "./relay-methods.ts";

export const RELAY_PATH = "/api/v1/workflow-service";

export interface RelayPorts extends Pick<CallPorts, "authenticate" | "rateLimits" | "clock" | "log"> {
  publicUrl: string;
  /** Undefined where no gateway is configured: every call is refused. */
  gateway: GatewayClient | undefined;
}

export function mountRelay(app: HttpApp, ports: RelayPorts): void {
  const methods = relayMethods();
  const atOnce = new CallsAtOnce();
  app.allow(new RegExp(`^${RELAY_PATH}/[^/]+$`), "POST");
  app.fastify.post(`${RELAY_PATH}/:method`, async (request, reply) => {
    const call = inboundCall(request, reply, ports);
    const actor = await identifyPerson(ports, call);
    const method = methodNamed(methods, request);
    const message = requestMessage(
      method.request.type,
      { body: "*" },
      {
        pathVariables: [],
        query: new URLSearchParams(request.url.split("?")[1] ?? ""),
        body: request.body as Buffer | undefined,
      },
    );
    const encoded = method.request.encode(message);
    const answer = await atOnce.within(actor.principalId, () =>
      told(ports, { method, call, actor }, encoded),
    );
    return sendAnswer(reply, method, answer);
  });
}

function methodNamed(methods: ReadonlyMap<string, RpcMethod>, request: FastifyRequest): RpcMethod {
  const { method: name } = request.params as { method: string };
  const method = methods.get(name);
  if (method === undefined) throw new CloudError("NOT_FOUND", "There is no such method for the console.");
  return method;
}

/**
 * Who is signed in at the browser, and that it is a page of ours that asks: every call is held to that, whether it
 * changes something or not. Errors: UNAUTHENTICATED, PERMISSION_DENIED, RESOURCE_EXHAUSTED.
 */
async function identifyPerson(ports: RelayPorts, call: InboundCall): Promise<Actor> {
  checkRequestOrigin(call.credentials);
  const caller = await identifyCaller(ports, call, { isPublic: false });
  if (caller?.session === undefined) {
    throw new CloudError(
      "UNAUTHENTICATED",
      "This path is for the console. With an API key, call the namespace's own address.",
    );
  }
  checkSessionMutation(call.credentials, caller.session);
  const { limitation } = caller.actor;
  if (limitation !== undefined) throw new CloudError("PERMISSION_DENIED", limitation);
  return caller.actor;
}

/** The gateway's answer; the log says who asked for what, and never what was in it. */
async function told(
  { gateway, log, clock }: RelayPorts,
  asked: { method: RpcMethod; call: InboundCall; actor: Actor },
  encoded: Uint8Array,
): Promise<Uint8Array> {
  const { method, call, actor } = asked;
  const { principalId, accountId } = actor;
  const startedAt = clock.monotonic();
  const facts = { rpc: method.path, transport: "relay", requestId: call.requestId, principalId, accountId };
  try {
    if (gateway === undefined) throw noGateway();
    const caller = { principalId, remoteAddress: call.remoteAddress };
    const answer = await gateway.call(method.path, encoded, caller, call.signal);
    log.debug({ ...facts, tookMs: clock.monotonic() - startedAt }, "call");
    return answer;
  } catch (thrown) {
    const error = toCloudError(thrown);
    const { code, internalDetail: detail } = error;
    log.info({ ...facts, code, detail, tookMs: clock.monotonic() - startedAt }, "call failed");
    throw error;
  }
}

function sendAnswer(reply: FastifyReply, method: RpcMethod, answer: Uint8Array): FastifyReply {
  const { response } = method;
  return reply
    .header("content-type", "application/json")
    .send(messageToJsonText(response.type, response.decode(answer)));
}

function noGateway(): CloudError {
  return new CloudError(
    "FAILED_PRECONDITION",
    "This installation's API knows no gateway: set CELLPLANE_GATEWAY_ADDRESS to look into namespaces here.",
  );
}
