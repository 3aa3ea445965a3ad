// SCIM 2.0 (RFC 7644) under /scim/v2/<account>: a protocol of its own beside the operation table, for accounts' identity
// providers. Transport only: the rules are in #domain/scim.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import {
  authenticateDirectory,
  deprovisionGroup,
  deprovisionUser,
  getScimGroup,
  getScimGroups,
  getScimUser,
  getScimUsers,
  listOfDocuments,
  patchScimGroup,
  patchScimUser,
  provisionGroup,
  provisionUser,
  replaceScimGroup,
  replaceScimUser,
  resourceTypes,
  schemas,
  serviceProviderConfig,
  type ScimContext,
  type ScimObject,
} from "#domain/scim";
import type { Database } from "#domain/database";
import { CloudError, toCloudError } from "#shared/errors";
import type { CallPorts } from "../calls/run-operation.ts";
import type { HttpApp } from "../rest/http-app.ts";
import { inboundCall } from "../rest/operation-routes.ts";
import { acceptScimBodies, bodyOf, queryOf } from "./read-request.ts";
import { sendResource, sendScim, sendScimError } from "./scim-reply.ts";

export interface ScimPorts extends CallPorts {
  database: Database;
  publicUrl: string;
}

const ROOT = "/scim/v2/:accountId";
const BEARER = /^Bearer ([\w-]{1,512})$/i;

interface Resources {
  list(context: ScimContext, query: Record<string, string | undefined>): Promise<ScimObject>;
  get(context: ScimContext, id: string): Promise<ScimObject>;
  create(context: ScimContext, body: ScimObject): Promise<ScimObject>;
  replace: typeof replaceScimUser;
  patch: typeof patchScimUser;
  remove(context: ScimContext, id: string): Promise<void>;
}

const RESOURCES: Readonly<Record<string, Resources>> = {
  Users: {
    ...{ list: getScimUsers, get: getScimUser, create: provisionUser, replace: replaceScimUser },
    ...{ patch: patchScimUser, remove: deprovisionUser },
  },
  Groups: {
    ...{ list: getScimGroups, get: getScimGroup, create: provisionGroup, replace: replaceScimGroup },
    ...{ patch: patchScimGroup, remove: deprovisionGroup },
  },
};

type Handle = (
  context: ScimContext,
  request: FastifyRequest,
  reply: FastifyReply,
) => FastifyReply | Promise<FastifyReply>;
type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type Route = (method: Method, path: string, handle: Handle) => void;

export async function mountScim(app: HttpApp, ports: ScimPorts): Promise<void> {
  await app.fastify.register((scope, _, done) => {
    acceptScimBodies(scope);
    scope.setErrorHandler((error, _request, reply) => sendScimError(reply, error));
    const route = routeOf(scope, ports);
    for (const [name, resources] of Object.entries(RESOURCES)) mountResources(route, name, resources);
    mountDocuments(route);
    scope.all(`${ROOT}/*`, (_request, reply) =>
      sendScimError(reply, new CloudError("NOT_FOUND", "There is no such endpoint.")),
    );
    done();
  });
}

/** Every call is somebody's: the token is asked for before anything is read. */
function routeOf(scope: FastifyInstance, ports: ScimPorts): Route {
  return (method, path, handle) => {
    scope.route({
      method,
      url: `${ROOT}${path}`,
      handler: async (request, reply) => handle(await contextOf(ports, request, reply), request, reply),
    });
  };
}

async function contextOf(
  ports: ScimPorts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<ScimContext> {
  const call = inboundCall(request, reply, ports);
  ports.rateLimits.checkAddress(call.remoteAddress);
  const token = BEARER.exec(call.credentials.authorization ?? "")?.[1] ?? "";
  const { accountId = "" } = request.params as { accountId?: string };
  const installation = {
    publicUrl: ports.publicUrl.replace(/\/$/, ""),
    mailMode: "mailbox",
    operatorEmails: [],
  } as const;
  try {
    const caller = await authenticateDirectory({ ...ports, installation }, { token, accountId });
    ports.rateLimits.takeForActor(caller.actor);
    const context = ports.makeContext(call, caller.actor, { sessionId: undefined, isPublic: false });
    return { ...context, directory: caller.directory };
  } catch (error) {
    if (toCloudError(error).code === "UNAUTHENTICATED") ports.rateLimits.takeForAddress(call.remoteAddress);
    throw error;
  }
}

function mountResources(route: Route, name: string, resources: Resources): void {
  const idOf = (request: FastifyRequest): string => (request.params as { id: string }).id;
  const changeOf = (
    request: FastifyRequest,
  ): { id: string; body: ScimObject; ifMatch: string | undefined } => ({
    ...{ id: idOf(request), body: bodyOf(request), ifMatch: request.headers["if-match"] },
  });
  route("GET", `/${name}`, async (context, request, reply) =>
    sendScim(reply, 200, await resources.list(context, queryOf(request))),
  );
  route("POST", `/${name}`, async (context, request, reply) => {
    const made = await resources.create(context, bodyOf(request));
    reply.header("location", (made["meta"] as { location: string }).location);
    return sendResource(request, reply.code(201), made);
  });
  route("GET", `/${name}/:id`, async (context, request, reply) =>
    sendResource(request, reply, await resources.get(context, idOf(request))),
  );
  route("PUT", `/${name}/:id`, async (context, request, reply) =>
    sendResource(request, reply, await resources.replace(context, changeOf(request))),
  );
  route("PATCH", `/${name}/:id`, async (context, request, reply) =>
    sendResource(request, reply, await resources.patch(context, changeOf(request))),
  );
  route("DELETE", `/${name}/:id`, async (context, request, reply) => {
    await resources.remove(context, idOf(request));
    return reply.code(204).send();
  });
}

function mountDocuments(route: Route): void {
  route("GET", "/ServiceProviderConfig", ({ directory }, _request, reply) =>
    sendScim(reply, 200, serviceProviderConfig(directory.baseUrl)),
  );
  for (const [name, documentsOf] of Object.entries({ ResourceTypes: resourceTypes, Schemas: schemas })) {
    route("GET", `/${name}`, ({ directory }, _request, reply) =>
      sendScim(reply, 200, listOfDocuments(documentsOf(directory.baseUrl))),
    );
    route("GET", `/${name}/:id`, ({ directory }, request, reply) => {
      const { id } = request.params as { id: string };
      const found = documentsOf(directory.baseUrl).find((document) => document["id"] === id);
      if (found === undefined) throw new CloudError("NOT_FOUND", `There is nothing called ${id}.`);
      return sendScim(reply, 200, found);
    });
  }
}
