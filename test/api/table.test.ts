// The operation table as a whole: what has no row yet, which permissions rows ask for, and that openapi.json says
// what is served.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { messageFromJsonText, parsePathTemplate, requestMessage } from "#contracts";
import { isKnownAction } from "#domain/roles";
import { joinTable } from "../../services/api/calls/operation-table.ts";
import { operation } from "../../services/api/operations/operation.ts";
import { operations } from "../../services/api/operations/index.ts";
import { documentedPath } from "../../services/api/openapi/parameters.ts";

const table = joinTable(operations);

test("rpcs without a row are those of the committed list, which may only shrink", () => {
  const listed = readFileSync(new URL("unimplemented-operations.txt", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "");
  const missing = table
    .filter((mounted) => mounted.operation === undefined)
    .map(({ method }) => method.path.slice(1));
  expect(missing.sort()).toEqual(listed);
});

test("every permission is an action that roles know", () => {
  const unknown = operations
    .filter(({ permission }) => permission !== "public" && !isKnownAction(permission))
    .map(({ rpc, permission }) => `${rpc}: ${permission}`);
  expect(unknown).toEqual([]);
});

test("what is open to everybody is a short list", () => {
  const open = operations.filter(({ permission }) => permission === "public").map(({ rpc }) => rpc);
  expect(open.sort()).toEqual([
    "cellplane.cloud.v1.AccountService/SignIn",
    "cellplane.cloud.v1.AccountService/SignUp",
    "cellplane.cloud.v1.AccountService/VerifyEmail",
    "cellplane.cloud.v1.MailboxService/GetMails",
    "cellplane.cloud.v1.PasskeyService/BeginPasskeySignIn",
    "cellplane.cloud.v1.PasskeyService/SignInWithPasskey",
    "cellplane.cloud.v1.SingleSignOnService/BeginSingleSignOn",
    "cellplane.cloud.v1.SingleSignOnService/CompleteSingleSignOn",
    "cellplane.cloud.v1.UserService/AcceptInvitation",
    "cellplane.cloud.v1.UserService/RequestPasswordReset",
    "cellplane.cloud.v1.UserService/ResetPassword",
  ]);
});

/** What scrapers and dashboards ask for by the paths of others as well as under the account's own address. */
const ON_SEVERAL_PATHS: Record<string, number> = { GetMetrics: 3, GetMetricDescriptors: 2 };

test("every rpc has one HTTP binding, but for named ones, and no two share one", () => {
  const bindings = table.map(({ method }) => ({
    name: method.name,
    paths: method.bindings.map((each) => `${each.method} ${each.path}`),
  }));
  const wrong = bindings.filter(({ name, paths }) => paths.length !== (ON_SEVERAL_PATHS[name] ?? 1));
  expect(wrong).toEqual([]);
  const all = bindings.flatMap(({ paths }) => paths);
  expect(new Set(all).size).toBe(all.length);
});

test("a second row for an rpc, and a row for an unknown one, are refused", () => {
  const [first] = operations;
  expect(() => joinTable([...operations, ...(first === undefined ? [] : [first])])).toThrow("two rows");
  const unknown = operation({
    rpc: "cellplane.cloud.v1.AccountService/Nope",
    permission: "public",
    run: async () => ({}),
  });
  expect(() => joinTable([unknown])).toThrow("no rpc");
});

interface Content {
  content?: Record<string, { schema: object; example?: unknown }>;
}

interface Described {
  operationId: string;
  parameters: { name: string; in: string; example: unknown }[];
  requestBody?: Content;
  responses: Record<string, Content>;
  security: object[];
}

describe("openapi.json", () => {
  const text = readFileSync(new URL("../../openapi.json", import.meta.url), "utf8");
  const document = JSON.parse(text) as {
    openapi: string;
    paths: Record<string, Record<string, Described>>;
    components: { schemas: Record<string, object> };
  };
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, each]) => ({
      route: `${method.toUpperCase()} ${path}`,
      path,
      each,
    })),
  );

  test("describes every route and no other", () => {
    const routes = table.flatMap(({ method }) =>
      method.bindings.map((each) => `${each.method} ${documentedPath(each.path)}`),
    );
    expect(described.map(({ route }) => route).sort()).toEqual(routes.sort());
  });

  test("every reference leads somewhere", () => {
    const references = [...text.matchAll(/"\$ref": "#\/components\/schemas\/([^"]+)"/g)].map(
      (match) => match[1] ?? "",
    );
    expect(references.length).toBeGreaterThan(100);
    expect(references.filter((name) => !(name in document.components.schemas))).toEqual([]);
  });

  test("every path variable is a parameter, every operation id is its own, every change of the API has a body or a query", () => {
    for (const { path, each } of described) {
      const variables = [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1]);
      expect(each.parameters.filter((one) => one.in === "path").map(({ name }) => name)).toEqual(variables);
    }
    const ids = described.map(({ each }) => each.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("two paths never differ in the names of their variables alone, and no name has a dot", () => {
    const paths = Object.keys(document.paths);
    expect(paths.filter((path) => /\{[^}]*\./.test(path))).toEqual([]);
    expect(new Set(paths.map((path) => path.replace(/\{[^}]*\}/g, "{}"))).size).toBe(paths.length);
  });

  test("every operation has an example that the server reads, and one of its answer", () => {
    for (const { method } of table) {
      for (const binding of method.bindings) {
        const each = document.paths[documentedPath(binding.path)]?.[binding.method.toLowerCase()];
        const body = each?.requestBody?.content?.["application/json"]?.example;
        const query = each?.parameters.filter((one) => one.in === "query") ?? [];
        const parts = {
          pathVariables: parsePathTemplate(binding.path).fields.map((field) => [field, "orders"] as const),
          query: new URLSearchParams(
            query.map(({ name, example }): [string, string] => [name, String(example)]),
          ),
          body: body === undefined ? undefined : Buffer.from(JSON.stringify(body)),
        };
        expect(() => requestMessage(method.request.type, binding, parts), method.name).not.toThrow();
        const answer = each?.responses["200"]?.content?.["application/json"]?.example;
        if (method.response.typeName === "google.api.HttpBody") continue;
        expect(
          () => messageFromJsonText(method.response.type, JSON.stringify(answer)),
          method.name,
        ).not.toThrow();
      }
    }
  });
});
