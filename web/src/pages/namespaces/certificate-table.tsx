// Issued certificates by when they end, with a bar of the time that is left; each can be revoked.
import { useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { api, type Schemas } from "#api/client";
import { say } from "#app/toasts";
import { Button } from "#components/button";
import { ConfirmByName } from "#components/confirm-by-name";
import { SimpleTable } from "#components/simple-table";
import { StatusMark, type Status } from "#components/status-mark";
import { Timestamp } from "#components/timestamp";
import { msOf } from "#format/time";
import { useNow } from "#hooks/use-now";
import { TimeLeft } from "#components/time-left";

type Certificate = Schemas["cellplane.cloud.v1.Certificate"];

const MARKS: Readonly<Record<string, { status: Status; word: string }>> = {
  ISSUING: { status: "running", word: "Being signed" },
  ACTIVE: { status: "completed", word: "Active" },
  REVOKING: { status: "running", word: "Being revoked" },
  REVOKED: { status: "terminated", word: "Revoked" },
  EXPIRED: { status: "timed-out", word: "Expired" },
  FAILED: { status: "failed", word: "Not issued" },
};

export function CertificateTable({ certificates }: { certificates: readonly Certificate[] }): ReactNode {
  const [revoked, setRevoked] = useState<Certificate | undefined>();
  const now = useNow();
  return (
    <>
      <SimpleTable
        label="Certificates"
        headers={["Name", "State", "Ends", "Time left", "Serial number", ""]}
        rows={certificates.map((certificate) => ({
          key: certificate.certificateId ?? "",
          cells: [
            certificate.displayName,
            <StatusMark key="state" {...(MARKS[certificate.state ?? ""] ?? { status: "waiting" })} />,
            <Timestamp key="ends" at={certificate.notAfter} />,
            <TimeLeft
              key="left"
              fromMs={msOf(certificate.notBefore) ?? now}
              toMs={msOf(certificate.notAfter) ?? now}
              nowMs={now}
            />,
            <code key="serial">{certificate.serialNumber?.slice(0, 16)}</code>,
            certificate.state === "ACTIVE" ? (
              <Button key="revoke" kind="quiet" onClick={() => setRevoked(certificate)}>
                Revoke
              </Button>
            ) : null,
          ],
        }))}
      />
      {revoked === undefined ? null : (
        <Revocation certificate={revoked} onClose={() => setRevoked(undefined)} />
      )}
    </>
  );
}

function Revocation({ certificate, onClose }: { certificate: Certificate; onClose: () => void }): ReactNode {
  const queryClient = useQueryClient();
  const name = certificate.displayName ?? "";
  const revoke = api.useMutation("post", "/api/v1/certificates/{certificate_id}/revoke", {
    onSuccess: async () => {
      say("Certificate revoked", { text: "Connections that show it end within ten seconds." });
      await queryClient.invalidateQueries({ queryKey: ["get", "/api/v1/certificates"] });
      onClose();
    },
  });
  return (
    <ConfirmByName
      isOpen
      onClose={onClose}
      title={`Revoke ${name}`}
      name={name}
      losses={[
        "Every client that shows this certificate, within ten seconds",
        "It cannot be made good again",
      ]}
      verb="Revoke certificate"
      isBusy={revoke.isPending}
      error={revoke.error as unknown}
      onConfirm={() =>
        revoke.mutate({ params: { path: { certificate_id: certificate.certificateId ?? "" } }, body: {} })
      }
    />
  );
}
