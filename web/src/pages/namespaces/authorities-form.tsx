// What the namespace trusts: the bundle of authorities as PEM, and filters that narrow which certificates pass.
import { useState, type ReactNode } from "react";
import { messageAbout } from "#api/problem";
import { Button } from "#components/button";
import { FormLayout } from "#components/form-layout";
import { ShowAs } from "#components/show-as";
import { SwitchField } from "#components/switch-field";
import { TextAreaField } from "#components/text-area-field";
import { FilterFields } from "./filter-fields.tsx";
import type { Namespace } from "./namespace-facts.ts";
import { bytesOfPem, pemOfBytes } from "./pem.ts";
import { changeRequest, useChangeNamespace } from "./use-namespace.tsx";

export function AuthoritiesForm({ namespace }: { namespace: Namespace }): ReactNode {
  const current = namespace.spec?.mtlsAuth;
  const [isOn, setOn] = useState(current?.enabled ?? false);
  const [pem, setPem] = useState(() => pemOfBytes(current?.acceptedClientCa));
  const [filters, setFilters] = useState(() => [...(current?.certificateFilters ?? [])]);
  const { change, isPending, error } = useChangeNamespace("Trust changed");
  const part = {
    mtlsAuth: { enabled: isOn, acceptedClientCa: bytesOfPem(pem), certificateFilters: filters },
  };
  return (
    <>
      <FormLayout
        onSubmit={() => change(part)}
        error={error}
        errorTitle="The namespace was not changed"
        buttons={
          <Button kind="primary" type="submit" isBusy={isPending}>
            Save authorities and filters
          </Button>
        }
      >
        <SwitchField
          label="Clients may sign in by certificate"
          hint="mTLS. Off refuses every certificate."
          isOn={isOn}
          onChange={setOn}
        />
        <TextAreaField
          label="Authorities"
          hint="PEM, up to 16 certificates and 32 KB. To rotate, add the new one, move the clients, then remove the old one."
          value={pem}
          onChange={setPem}
          rows={8}
          isMono
          placeholder="-----BEGIN CERTIFICATE-----"
          error={messageAbout(error, "spec.mtls_auth.accepted_client_ca")}
        />
        <FilterFields filters={filters} onChange={setFilters} />
      </FormLayout>
      <ShowAs
        rest={{
          method: "POST",
          path: `/cloud/namespaces/${namespace.namespace ?? ""}`,
          body: changeRequest(namespace, part),
        }}
        cli={`temporal cloud namespace accepted-client-ca set --namespace ${namespace.namespace ?? ""} --ca-certificate-file ca.pem`}
      />
    </>
  );
}
