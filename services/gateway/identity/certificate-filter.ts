// Whether a client certificate passes a namespace's filters: all given fields of one filter must match, any filter
// suffices, no filter means no restriction. Case is ignored; one leading or trailing `*` stands for anything.
import type { directoryV1 } from "#contracts";
import type { PkiSubject } from "#shared/pki-certificate";

export function passesFilters(
  subject: PkiSubject,
  filters: readonly directoryV1.ICertificateFilter[],
): boolean {
  return filters.length === 0 || filters.some((filter) => passesFilter(subject, filter));
}

function passesFilter(subject: PkiSubject, filter: directoryV1.ICertificateFilter): boolean {
  const fields: [string | null | undefined, readonly string[]][] = [
    [filter.commonName, subject.commonNames],
    [filter.organization, subject.organizations],
    [filter.organizationalUnit, subject.organizationalUnits],
    [filter.subjectAlternativeName, subject.alternativeNames],
  ];
  const given = fields.filter(([pattern]) => pattern != null && pattern !== "");
  // A filter without fields would accept everybody: it accepts nobody.
  if (given.length === 0) return false;
  return given.every(([pattern, values]) => values.some((value) => matches(pattern ?? "", value)));
}

function matches(pattern: string, value: string): boolean {
  // A control character (NUL above all) never belongs to a name: it hides what follows.
  if (/[\u0000-\u001f\u007f]/.test(value)) return false;
  const wanted = pattern.toLowerCase();
  const given = value.toLowerCase();
  if (wanted === "*") return false;
  if (wanted.startsWith("*")) return given.endsWith(wanted.slice(1));
  if (wanted.endsWith("*")) return given.startsWith(wanted.slice(0, -1));
  return given === wanted;
}
