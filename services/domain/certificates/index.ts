// The door of certificates.
export { getCertificate, getCertificateAuthority, getCertificates } from "./get-certificates.ts";
export { issueCertificate } from "./issue-certificate.ts";
export { revokeCertificate } from "./revoke-certificate.ts";
export {
  abandonCertificate,
  keepCertificate,
  publishRevocation,
  signCertificate,
  type CertificateStep,
} from "./provisioning-steps.ts";
