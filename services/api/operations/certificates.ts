// Operations of client certificates and of the account's certificate authority.
import type { cloudV1 } from "#contracts";
import {
  activateCertificateAuthority,
  getCertificate,
  getCertificateAuthority,
  getCertificates,
  issueCertificate,
  prepareCertificateAuthority,
  renewCertificate,
  revokeCertificate,
  updateCertificate,
} from "#domain/certificates";
import { operation, type Operation } from "./operation.ts";

const CERTIFICATES = "cellplane.cloud.v1.CertificateService";

export const certificatesOperations: Operation[] = [
  operation({
    rpc: `${CERTIFICATES}/GetCertificateAuthority`,
    permission: "cloud.certificateauthority.get",
    run: (context) => getCertificateAuthority(context),
  }),
  operation({
    rpc: `${CERTIFICATES}/IssueCertificate`,
    permission: "cloud.certificate.create",
    run: (context, request: cloudV1.IIssueCertificateRequest) => issueCertificate(context, request),
  }),
  operation({
    rpc: `${CERTIFICATES}/GetCertificate`,
    permission: "cloud.certificate.get",
    run: (context, request: cloudV1.IGetCertificateRequest) => getCertificate(context, request),
  }),
  operation({
    rpc: `${CERTIFICATES}/GetCertificates`,
    permission: "cloud.certificate.list",
    run: (context, request: cloudV1.IGetCertificatesRequest) => getCertificates(context, request),
  }),
  operation({
    rpc: `${CERTIFICATES}/RenewCertificate`,
    permission: "cloud.certificate.create",
    run: (context, request: cloudV1.IRenewCertificateRequest) => renewCertificate(context, request),
  }),
  operation({
    rpc: `${CERTIFICATES}/UpdateCertificate`,
    permission: "cloud.certificate.update",
    run: (context, request: cloudV1.IUpdateCertificateRequest) => updateCertificate(context, request),
  }),
  operation({
    rpc: `${CERTIFICATES}/PrepareCertificateAuthority`,
    permission: "cloud.certificateauthority.rotate",
    run: (context, request: cloudV1.IPrepareCertificateAuthorityRequest) =>
      prepareCertificateAuthority(context, request),
  }),
  operation({
    rpc: `${CERTIFICATES}/ActivateCertificateAuthority`,
    permission: "cloud.certificateauthority.rotate",
    run: (context, request: cloudV1.IActivateCertificateAuthorityRequest) =>
      activateCertificateAuthority(context, request),
  }),
  operation({
    rpc: `${CERTIFICATES}/RevokeCertificate`,
    permission: "cloud.certificate.revoke",
    run: (context, request: cloudV1.IRevokeCertificateRequest) => revokeCertificate(context, request),
  }),
];
