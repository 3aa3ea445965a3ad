// Certificates of a namespace: those issued here with when they end, what it trusts, and which certificates pass.
import { useState, type ReactNode } from "react";
import { Button } from "#components/button";
import { Dialog } from "#components/dialog";
import { EmptyState } from "#components/empty-state";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { AuthoritiesForm } from "./authorities-form.tsx";
import { CertificateMaker, useCertificates } from "./certificate-maker.tsx";
import { CertificateTable } from "./certificate-table.tsx";
import { FilterTester } from "./filter-tester.tsx";
import { useNamespace } from "./use-namespace.tsx";

export function NamespaceCertificatesPage(): ReactNode {
  const { id, namespace } = useNamespace();
  const [isMaking, setMaking] = useState(false);
  const { data, error } = useCertificates(id);
  if (namespace === undefined) return null;
  const certificates = data?.certificates ?? [];
  return (
    <>
      <Section
        title="Issued here"
        layout="stacked"
        text="Signed by your account's own authority. The private key stays with who made the request."
        actions={
          <Button kind="primary" onClick={() => setMaking(true)}>
            Make certificate
          </Button>
        }
      >
        {error === null ? null : <ProblemNote title="The certificates cannot be read" error={error} />}
        {certificates.length === 0 ? (
          <EmptyState
            title="No certificate was issued for this namespace"
            text="Make one in the browser, or send a request that your own tool made. A certificate of an authority that you upload below needs nothing here."
          />
        ) : (
          <CertificateTable certificates={certificates} />
        )}
      </Section>
      <Section title="Trusted authorities" text="A client shows a certificate that one of these signed.">
        <AuthoritiesForm key={JSON.stringify(namespace.spec?.mtlsAuth)} namespace={namespace} />
      </Section>
      <Section title="Filter tester" text="Which of your certificates would pass the filters above?">
        <FilterTester filters={namespace.spec?.mtlsAuth?.certificateFilters ?? []} />
      </Section>
      <Dialog isOpen={isMaking} onClose={() => setMaking(false)} title="Make certificate" width="wide">
        <CertificateMaker namespace={namespace} />
      </Dialog>
    </>
  );
}
