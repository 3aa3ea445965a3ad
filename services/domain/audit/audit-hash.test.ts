// The canonical form and the hash of audit records, and the texts that may enter them.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashAuditRecord, type AuditFacts } from "./audit-hash.ts";
import { canonicalJson } from "./canonical-json.ts";
import { plainText } from "./plain-text.ts";

const facts: AuditFacts = {
  accountId: "acct1",
  sequence: 7n,
  id: "id",
  emittedAt: new Date(1_700_000_000_123),
  action: "cloud.namespace.create",
  operation: "CreateNamespace",
  status: "OK",
  principalType: "user",
  principalId: "u1",
  principalName: "a@example.com",
  apiKeyId: "",
  resourceType: "namespace",
  resourceId: "orders.acct1",
  requestId: "r1",
  remoteAddress: "192.0.2.1",
  asyncOperationId: "op",
  details: { after: { b: 1, a: [true, null] } },
  previousHash: "0".repeat(64),
};

describe("the hash of an audit record", () => {
  it("does not depend on the order of keys, which a database does not keep", () => {
    expect(hashAuditRecord({ ...facts, details: { after: { a: [true, null], b: 1 } } })).toBe(
      hashAuditRecord(facts),
    );
  });

  it("changes with every single field", () => {
    const changes: Record<keyof AuditFacts, unknown> = {
      ...facts,
      sequence: 8n,
      emittedAt: new Date(1_700_000_000_124),
      details: { after: { b: 2, a: [true, null] } },
    };
    for (const key of Object.keys(facts) as (keyof AuditFacts)[]) {
      const value = typeof facts[key] === "string" ? `${String(facts[key])}x` : changes[key];
      expect(hashAuditRecord({ ...facts, [key]: value }), key).not.toBe(hashAuditRecord(facts));
    }
  });

  it("has one canonical text for what JSON can hold", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });
});

it("D4: text from outside stays one short printable line", () => {
  expect(plainText("a\r\nb\u001b[31m\u2028c\u0000")).toBe("a  b [31m c ");
  expect(plainText("x".repeat(10_000)).length).toBeLessThan(600);
});
