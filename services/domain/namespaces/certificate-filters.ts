// The rules of certificate filters as they are written in a namespace's spec; matching them is the gateway's.
import { CloudError } from "#shared/errors";
import type { temporal } from "#contracts";

const FIELD = "spec.mtlsAuth.certificateFilters";
export const CERTIFICATE_FILTERS_MAX = 25;
const FILTER_TEXT_LENGTH_MAX = 255;

/** One filter with every field as text; an empty text does not restrict. */
export interface CertificateFilter {
  commonName: string;
  organization: string;
  organizationalUnit: string;
  subjectAlternativeName: string;
}

/** Checks and copies filters, in their order. Errors: INVALID_ARGUMENT naming the filter (1 is the first). */
export function parseCertificateFilters(
  filters: readonly temporal.api.cloud.namespace.v1.ICertificateFilterSpec[],
): CertificateFilter[] {
  if (filters.length > CERTIFICATE_FILTERS_MAX) {
    throw refused(`has ${filters.length} filters; at most ${CERTIFICATE_FILTERS_MAX} are accepted`);
  }
  return filters.map((filter, index) => {
    const parsed: CertificateFilter = {
      commonName: filter.commonName ?? "",
      organization: filter.organization ?? "",
      organizationalUnit: filter.organizationalUnit ?? "",
      subjectAlternativeName: filter.subjectAlternativeName ?? "",
    };
    const texts = Object.values(parsed).filter((text) => text !== "");
    if (texts.length === 0) throw refused(`filter ${index + 1} restricts nothing; set at least one field`);
    for (const text of texts) checkText(text, index + 1);
    return parsed;
  });
}

function checkText(text: string, number: number): void {
  if (text.length > FILTER_TEXT_LENGTH_MAX) {
    throw refused(`filter ${number} has a text longer than ${FILTER_TEXT_LENGTH_MAX} characters`);
  }
  // A control character never belongs to a name: it hides what follows.
  if (/[\u0000-\u001f\u007f]/.test(text)) throw refused(`filter ${number} contains a control character`);
  if (text === "*") throw refused(`filter ${number} is a lone *, which would accept every certificate`);
  const stars = [...text].filter((letter) => letter === "*").length;
  const isAtEdge = text.startsWith("*") || text.endsWith("*");
  if (stars > 1 || (stars === 1 && !isAtEdge)) {
    throw refused(`filter ${number} may contain one *, at its beginning or at its end`);
  }
}

function refused(reason: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `certificate_filters: ${reason}.`, { field: FIELD });
}
