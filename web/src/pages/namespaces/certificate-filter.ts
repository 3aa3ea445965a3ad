// Whether a certificate passes a namespace's filters, as the gateway decides it: all fields of a filter, any filter of
// the list; letters alike in either case; a star at the beginning or the end stands for anything.
import type { Schemas } from "#api/client";
import type { CertificateFacts } from "./read-certificate.ts";

export type CertificateFilter = Schemas["temporal.api.cloud.namespace.v1.CertificateFilterSpec"];

export function passesFilters(facts: CertificateFacts, filters: readonly CertificateFilter[]): boolean {
  return filters.length === 0 || filters.some((filter) => passes(facts, filter));
}

function passes(facts: CertificateFacts, filter: CertificateFilter): boolean {
  const pairs: [string | undefined, readonly string[]][] = [
    [filter.commonName, [facts.commonName]],
    [filter.organization, [facts.organization]],
    [filter.organizationalUnit, [facts.organizationalUnit]],
    [filter.subjectAlternativeName, facts.alternativeNames],
  ];
  return pairs.every(
    ([pattern = "", values]) => pattern === "" || values.some((value) => fits(value, pattern)),
  );
}

function fits(value: string, pattern: string): boolean {
  const [text, wanted] = [value.toLowerCase(), pattern.toLowerCase()];
  if (wanted.startsWith("*")) return text.endsWith(wanted.slice(1));
  if (wanted.endsWith("*")) return text.startsWith(wanted.slice(0, -1));
  return text === wanted;
}
