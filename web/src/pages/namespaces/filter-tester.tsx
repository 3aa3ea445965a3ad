// Says for a certificate that is pasted whether the namespace's filters would let it pass, and why.
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { Facts } from "#components/facts";
import { StatusMark } from "#components/status-mark";
import { TextAreaField } from "#components/text-area-field";
import { Timestamp } from "#components/timestamp";
import { passesFilters, type CertificateFilter } from "./certificate-filter.ts";
import { certificatesOf } from "./pem.ts";
import { readCertificate, type CertificateFacts } from "./read-certificate.ts";

export function FilterTester({ filters }: { filters: readonly CertificateFilter[] }): ReactNode {
  const [text, setText] = useState("");
  const [pem] = certificatesOf(text);
  const { data: facts, error } = useQuery({
    queryKey: ["read-certificate", pem],
    queryFn: () => readCertificate(pem ?? ""),
    enabled: pem !== undefined,
    retry: false,
  });
  return (
    <>
      <TextAreaField
        label="Client certificate"
        hint="PEM. It stays in this page."
        value={text}
        onChange={setText}
        rows={5}
        isMono
        placeholder="-----BEGIN CERTIFICATE-----"
        error={error === null ? undefined : "This is no certificate that can be read."}
      />
      {facts === undefined ? null : <Verdict facts={facts} filters={filters} />}
    </>
  );
}

function Verdict({
  facts,
  filters,
}: {
  facts: CertificateFacts;
  filters: readonly CertificateFilter[];
}): ReactNode {
  const fits = passesFilters(facts, filters);
  return (
    <Facts
      facts={[
        {
          name: "Verdict",
          value: fits ? (
            <StatusMark status="completed" word="Passes the filters" />
          ) : (
            <StatusMark status="failed" word="Fits no filter" />
          ),
        },
        { name: "Subject", value: <code>{facts.subject}</code> },
        { name: "Alternative names", value: facts.alternativeNames.join(", ") || "none" },
        { name: "Ends", value: <Timestamp at={facts.notAfterMs} /> },
      ]}
    />
  );
}
