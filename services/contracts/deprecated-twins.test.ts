// What a client from before the enums means when it sends back a message with both an old and a new field.
import { expect, it } from "vitest";
import { codecOf } from "./codec.ts";
import { preferDeprecatedTwins } from "./deprecated-twins.ts";

const NAME = "temporal.api.cloud.cloudservice.v1.UpdateUserRequest";

function read(message: object): unknown {
  const codec = codecOf<object>(NAME);
  const decoded = codec.decode(codec.encode(message));
  preferDeprecatedTwins(codec.type, decoded);
  return JSON.parse(JSON.stringify(decoded));
}

it("the deprecated field wins over its twin, at any depth and in maps", () => {
  const access = {
    accountAccess: { role: 5, roleDeprecated: "developer" },
    namespaceAccesses: { "a.b": { permission: 3, permissionDeprecated: "admin" } },
  };
  expect(read({ userId: "u", spec: { email: "e", access } })).toEqual({
    userId: "u",
    spec: {
      email: "e",
      access: {
        accountAccess: { roleDeprecated: "developer" },
        namespaceAccesses: { "a.b": { permissionDeprecated: "admin" } },
      },
    },
  });
});

it("a field whose twin is not set stays, and other fields are not touched", () => {
  const access = { accountAccess: { role: "ROLE_READ" }, namespaceAccesses: { "a.b": {} } };
  const message = { spec: { access: { ...access, accountAccess: { role: 5, roleDeprecated: "" } } } };
  expect(read(message)).toMatchObject({ spec: { access } });
});
