// Says whether the namespace trusts the account's own authority, and lets it: without that its certificates open nothing.
import type { ReactNode } from "react";
import { api } from "#api/client";
import { Button } from "#components/button";
import { Note } from "#components/note";
import { ProblemNote } from "#components/problem-note";
import type { Namespace } from "./namespace-facts.ts";
import { bytesOfPem, certificatesOf, pemOfBytes } from "./pem.ts";
import { useChangeNamespace } from "./use-namespace.tsx";

export function TrustAuthority({ namespace }: { namespace: Namespace }): ReactNode {
  const { data } = api.useQuery("get", "/api/v1/certificate-authority");
  const { change, isPending, error } = useChangeNamespace("The account's authority is trusted");
  const authority = data?.certificatePem;
  const mtls = namespace.spec?.mtlsAuth;
  const trusted = certificatesOf(pemOfBytes(mtls?.acceptedClientCa));
  if (authority === undefined) return null;
  if (mtls?.enabled === true && trusted.some((pem) => isSame(pem, authority))) return null;
  const trust = (): void =>
    change({
      mtlsAuth: {
        ...mtls,
        enabled: true,
        acceptedClientCa: bytesOfPem([...trusted, authority.trim()].join("\n")),
      },
    });
  return (
    <>
      <Note tone="warning">
        This namespace does not trust your account's authority yet, so certificates made here open nothing.{" "}
        <Button onClick={trust} isBusy={isPending}>
          Trust it
        </Button>
      </Note>
      {error == null ? null : <ProblemNote title="The namespace was not changed" error={error} />}
    </>
  );
}

function isSame(one: string, other: string): boolean {
  const plain = (pem: string): string => pem.replace(/\s/g, "");
  return plain(one) === plain(other);
}
