// What a certificate says, for lists and for the filter tester. Loaded when it is needed.

export interface CertificateFacts {
  subject: string;
  commonName: string;
  organization: string;
  organizationalUnit: string;
  alternativeNames: string[];
  notAfterMs: number;
}

/** Errors: a plain Error for what is no certificate. */
export async function readCertificate(pem: string): Promise<CertificateFacts> {
  await import("reflect-metadata");
  const { SubjectAlternativeNameExtension, X509Certificate } = await import("@peculiar/x509");
  const certificate = new X509Certificate(pem);
  const names = certificate.getExtension(SubjectAlternativeNameExtension)?.names.items ?? [];
  const first = (field: string): string => certificate.subjectName.getField(field)[0] ?? "";
  return {
    subject: certificate.subject,
    commonName: first("CN"),
    organization: first("O"),
    organizationalUnit: first("OU"),
    alternativeNames: names.map(({ value }) => value),
    notAfterMs: certificate.notAfter.getTime(),
  };
}
