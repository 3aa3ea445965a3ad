// Makes a client certificate: key and request in the browser, signed by the account's authority, which the namespace is
// told to trust first when it does not yet. The files are for download; the key is nowhere else.
import { useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { api, client } from "#api/client";
import { Button } from "#components/button";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { Note } from "#components/note";
import { downloadText } from "#format/download";
import { makeRequest } from "./make-certificate.ts";
import type { Namespace } from "./namespace-facts.ts";
import { TrustAuthority } from "./trust-authority.tsx";
import { untilIssued } from "./until-issued.ts";

interface Made {
  chainPem: string;
  keyPem: string;
}

export function CertificateMaker({ namespace }: { namespace: Namespace }): ReactNode {
  const id = namespace.namespace ?? "";
  const [name, setName] = useState(`${id.split(".")[0] ?? ""}-worker`);
  const [made, setMade] = useState<Made | undefined>();
  const [state, setState] = useState<{ isBusy: boolean; error?: unknown }>({ isBusy: false });
  const queryClient = useQueryClient();
  const make = async (): Promise<void> => {
    setState({ isBusy: true });
    try {
      setMade(await issue(id, name.trim()));
      setState({ isBusy: false });
      await queryClient.invalidateQueries({ queryKey: ["get", "/api/v1/certificates"] });
    } catch (error) {
      setState({ isBusy: false, error });
    }
  };
  if (made !== undefined) return <Files made={made} name={name} />;
  return (
    <>
      <TrustAuthority namespace={namespace} />
      <FormLayout
        onSubmit={() => void make()}
        error={state.error}
        errorTitle="The certificate was not made"
        buttons={
          <Button kind="primary" type="submit" isBusy={state.isBusy}>
            Make certificate
          </Button>
        }
      >
        <TextField
          label="Common name"
          name="commonName"
          hint="Who uses it. Filters of the namespace may ask for it. Good for 90 days."
          value={name}
          onChange={setName}
          isMono
        />
      </FormLayout>
    </>
  );
}

async function issue(namespace: string, commonName: string): Promise<Made> {
  const { csrPem, keyPem } = await makeRequest(commonName);
  const { data } = await client.POST("/api/v1/certificates", {
    body: { spec: { namespace, csrPem, displayName: commonName } },
  });
  return { chainPem: await untilIssued(data?.certificateId ?? ""), keyPem };
}

function Files({ made, name }: { made: Made; name: string }): ReactNode {
  return (
    <>
      <Note tone="good">
        Save both files now. The key was made in this browser and is kept nowhere: when the page is closed, it
        is gone.
      </Note>
      <div>
        <Button onClick={() => downloadText("client.pem", made.chainPem, "application/x-pem-file")}>
          Save client.pem
        </Button>{" "}
        <Button
          kind="primary"
          onClick={() => downloadText("client.key", made.keyPem, "application/x-pem-file")}
        >
          Save client.key
        </Button>
      </div>
      <p>
        Certificate of <code>{name}</code>. The snippets read both files from the folder they run in.
      </p>
    </>
  );
}

/** Certificates of one namespace. */
export function useCertificates(namespace: string) {
  return api.useQuery("get", "/api/v1/certificates", { params: { query: { namespace, pageSize: 100 } } });
}
