// The filter tester decides as the gateway does.
import { expect, test } from "vitest";
import { passesFilters } from "./certificate-filter.ts";

const facts = {
  subject: "CN=order-worker,O=Acme",
  commonName: "order-worker",
  organization: "Acme",
  organizationalUnit: "",
  alternativeNames: ["a.example.com", "b.example.com"],
  notAfterMs: 0,
};

test.each([
  ["no filter lets everything pass", [], true],
  ["a common name, in any case", [{ commonName: "ORDER-worker" }], true],
  ["a star at the end", [{ commonName: "order-*" }], true],
  ["a star at the beginning, of an alternative name", [{ subjectAlternativeName: "*.example.com" }], true],
  ["all fields of one filter must fit", [{ commonName: "order-*", organization: "Other" }], false],
  ["one filter of several is enough", [{ organization: "Other" }, { organization: "acme" }], true],
  ["another name", [{ commonName: "order" }], false],
])("%s", (_, filters, verdict) => {
  expect(passesFilters(facts, filters)).toBe(verdict);
});
