// Requests of the walks, and how they are sent: by gRPC as SDKs and the Terraform provider do, and by HTTP as the
// console does.
import grpc from "@grpc/grpc-js";
import { messageToJson } from "#contracts";
import type { MountedOperation } from "../../services/api/calls/operation-table.ts";
import { call, type Person, type RealApi } from "./real-api.ts";
import type { Message, WalkWorld } from "./walk-world.ts";

export type Transport = "grpc" | "http";
export const TRANSPORTS: readonly Transport[] = ["grpc", "http"];

export interface Answer {
  /** A gRPC status code, on both transports. */
  code: number;
  body: string;
}

/** An API key's token, somebody with a session, or nobody. */
export type Credentials = string | Person | undefined;

export type Send = (mounted: MountedOperation, as: Credentials, request: Message) => Promise<Answer>;

/**
 * What some operations must say beyond what their fields are called. Changes carry a version that is never right, or
 * nothing to make something of, so that an allowed call is refused for that and the world stays as it is.
 */
function extraOf(rpc: string, transport: Transport, world: WalkWorld): Message {
  const { operationId, bound, namespace, sinkName, userId, colleagueId } = world.known;
  const extras: Record<string, Message> = {
    // The name is taken, so whoever may make it is refused for that.
    CreateServiceAccount: { spec: { name: "robot", namespaceScopedAccess: bound } },
    GetAsyncOperation: { asyncOperationId: operationId },
    IssueCertificate: { spec: { namespace, csrPem: "no request" } },
    RotateSigningKey: { grace: { seconds: -1 } },
    RotateScimToken: { overlap: { seconds: -1 } },
    DeleteScimToken: { tokenId: `scim-${transport}` },
    CreateApprovalRequest: { call: callToApprove(namespace) },
    GetApprovalRequest: { requestId: world.approvalFor("Get") },
    Approve: { requestId: world.approvalFor("Approve"), requestHash: "5".repeat(64) },
    Reject: { requestId: world.approvalFor("Reject") },
    Withdraw: { requestId: world.approvalFor(`Withdraw-${transport}`) },
    EstimatePlanChange: { priceBook: "public-business@1" },
    RemoveUserGroupMember: { memberId: { userId: transport === "grpc" ? userId : colleagueId } },
  };
  const naming = rpc.includes("Sink") && !rpc.endsWith("Sinks") ? { name: sinkName } : {};
  const inSpec = /^Update.*Sink$/.test(rpc) ? { spec: { name: sinkName } } : {};
  return { ...naming, ...inSpec, ...extras[rpc] };
}

const callToApprove = (namespace: unknown): Message => ({
  ...{ namespace, method: "TerminateWorkflowExecution", workflowId: "order-1", reason: "It is stuck." },
});

/**
 * What a stranger sends beside: nothing is wrong with it but that it names what is not the stranger's. Made for an
 * owner, it would be carried out.
 */
function wellFormed(rpc: string, { known }: WalkWorld): Message {
  const { strangersNamespace, region, sinkName } = known;
  const stream = "arn:aws:kinesis:us-east-1:123456789012:stream/a";
  const kinesisSink = { roleName: "writer", destinationUri: stream, region: "us-east-1" };
  const specs: Record<string, Message> = {
    CreateNamespace: { name: "strange", regions: [region], retentionDays: 7, apiKeyAuth: { enabled: true } },
    CreateNexusEndpoint: {
      name: "strange",
      targetSpec: { workerTargetSpec: { namespaceId: strangersNamespace, taskQueue: "orders" } },
    },
    CreateConnectivityRule: { publicRule: {} },
    UpdateAccountAuditLogSink: { name: sinkName, enabled: true, kinesisSink },
  };
  return rpc in specs ? { spec: specs[rpc] } : {};
}

export function requestOf(
  { method }: MountedOperation,
  transport: Transport,
  { world, isStrange }: { world: WalkWorld; isStrange: boolean },
): Message {
  const { type } = method.request;
  const names = type.fieldsArray.map(({ name }) => name);
  const { known } = world;
  const shared = names.filter((name) => name !== "asyncOperationId" && name in known);
  const more = {
    ...extraOf(method.name, transport, world),
    ...(isStrange ? wellFormed(method.name, world) : {}),
  };
  const message = {
    ...Object.fromEntries(shared.map((name) => [name, known[name]])),
    ...Object.fromEntries(Object.entries(more).filter(([name]) => names.includes(name))),
  };
  return type.toObject(type.fromObject(message));
}

export function overGrpc(channel: grpc.Client): Send {
  return ({ method }, as, request) => {
    const metadata = new grpc.Metadata();
    if (typeof as === "string") metadata.set("authorization", `Bearer ${as}`);
    return new Promise((resolve) => {
      channel.makeUnaryRequest(
        method.path,
        (message: Message) => Buffer.from(method.request.encode(message)),
        (bytes: Buffer) => method.response.decode(bytes),
        request,
        metadata,
        { deadline: Number.POSITIVE_INFINITY },
        (error, response) =>
          resolve({ code: error?.code ?? 0, body: error?.message ?? JSON.stringify(response ?? {}) }),
      );
    });
  };
}

export function overHttp(api: RealApi): Send {
  return async ({ method }, as, request) => {
    const [binding] = method.bindings;
    const json = messageToJson(method.request.type, request) as Record<string, unknown>;
    const rest = { ...json };
    const path = (binding?.path ?? "").replace(/\{([^}]+)\}/g, (_, name: string) => {
      const value = takeField(rest, name);
      return typeof value === "string" && value !== "" ? encodeURIComponent(value) : "something";
    });
    const isPost = binding?.method === "POST";
    const texts = Object.entries(rest).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    );
    const query = isPost ? "" : new URLSearchParams(texts).toString();
    const answer = await call(api, binding?.method ?? "GET", query === "" ? path : `${path}?${query}`, {
      ...(as === undefined ? {} : { as }),
      ...(isPost ? { body: rest } : {}),
    });
    const { code } = answer.body;
    const isError = answer.status >= 400;
    return { code: isError ? Number(code ?? 2) : 0, body: JSON.stringify(answer.body) };
  };
}

/** The value at "spec.name" of a JSON message; a field of the message itself is taken out of it. */
function takeField(json: Record<string, unknown>, path: string): unknown {
  const [first = "", ...inner] = path
    .split(".")
    .map((name) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()));
  const value = json[first];
  if (inner.length > 0)
    return takeField({ ...(value as Record<string, unknown> | undefined) }, inner.join("."));
  delete json[first];
  return value;
}
