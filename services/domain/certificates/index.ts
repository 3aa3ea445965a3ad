// The door of certificates.
export { getCertificate, getCertificateAuthority, getCertificates } from "./get-certificates.ts";
export { issueCertificate } from "./issue-certificate.ts";
export { renewCertificate } from "./renew-certificate.ts";
export { renewDueCertificates } from "./renew-due.ts";
export { updateCertificate } from "./update-certificate.ts";
export { notifyExpiringCertificates } from "./notify-expiring.ts";
export { activateCertificateAuthority, prepareCertificateAuthority } from "./rotate-authority.ts";
export { revokeCertificate } from "./revoke-certificate.ts";
export {
  abandonCertificate,
  keepCertificate,
  publishRevocation,
  signCertificate,
  type CertificateStep,
} from "./provisioning-steps.ts";
