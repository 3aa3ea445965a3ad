// The typed client of the API (types generated from openapi.json) and its hooks for react-query. It sends the session's
// CSRF token with changes and turns every failure into a Problem.
import createFetchClient, { type Middleware } from "openapi-fetch";
import createHooks from "openapi-react-query";
import { readCsrfToken } from "./csrf-token.ts";
import type { components, paths } from "./generated/openapi.ts";
import { Problem, problemOf, UNREACHABLE } from "./problem.ts";

/** The API's messages by their full name: `Schemas["temporal.api.cloud.namespace.v1.Namespace"]`. */
export type Schemas = components["schemas"];
export type { paths };

const session: Middleware = {
  onRequest({ request }) {
    const token = readCsrfToken();
    if (request.method !== "GET" && token !== undefined) request.headers.set("x-csrf-token", token);
    return request;
  },
  async onResponse({ response }) {
    if (!response.ok) throw await problemOf(response);
    return undefined;
  },
  onError() {
    return new Problem(UNREACHABLE, 0, undefined, undefined, undefined);
  },
};

/** Calls outside of components: `await client.GET("/cloud/namespaces")`. Failures throw a Problem. */
export const client = createFetchClient<paths>({ baseUrl: "/", credentials: "same-origin" });
client.use(session);

/** Calls in components: `api.useQuery("get", "/cloud/namespaces")`, `api.useMutation("post", "/cloud/namespaces")`. */
export const api = createHooks(client);
