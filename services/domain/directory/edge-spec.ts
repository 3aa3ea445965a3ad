// The part of a namespace's configuration that the edge enforces. Namespaces store a superset of it.
import type { Capacity } from "#domain/quotas";

export interface EdgeSpec {
  mtls: {
    enabled: boolean;
    /** PEM bundle, as uploaded. */
    acceptedClientCa: string;
    certificateFilters: EdgeCertificateFilter[];
  };
  apiKeyEnabled: boolean;
  capacity: Capacity;
  /** Connectivity rules, of which a connection must pass one; none lets in every connection. */
  connectivityRuleIds: string[];
}

/** One filter with every field as text; an empty text does not restrict. */
export interface EdgeCertificateFilter {
  commonName: string;
  organization: string;
  organizationalUnit: string;
  subjectAlternativeName: string;
}
