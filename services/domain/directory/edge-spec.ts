// The part of a namespace's configuration that the edge enforces. Namespaces store a superset of it.

export interface EdgeSpec {
  mtls: {
    enabled: boolean;
    /** PEM bundle, as uploaded. */
    acceptedClientCa: string;
    certificateFilters: EdgeCertificateFilter[];
  };
  apiKeyEnabled: boolean;
}

/** One filter with every field as text; an empty text does not restrict. */
export interface EdgeCertificateFilter {
  commonName: string;
  organization: string;
  organizationalUnit: string;
  subjectAlternativeName: string;
}
