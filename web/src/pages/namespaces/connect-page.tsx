// From nothing to a worker that runs: a credential made here, and a snippet with it in the language of choice.
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { ownAuthorityQuery } from "#api/own-authority";
import { Button } from "#components/button";
import { CodeBlock } from "#components/code-block";
import { Facts } from "#components/facts";
import { Identifier } from "#components/identifier";
import { KeyMaker } from "#components/key-maker";
import { Note } from "#components/note";
import { Section } from "#components/section";
import { Tabs } from "#components/tabs";
import { downloadText } from "#format/download";
import { CertificateMaker } from "./certificate-maker.tsx";
import { LiveCheck } from "./live-check.tsx";
import type { Namespace } from "./namespace-facts.ts";
import { SNIPPETS, type Connection } from "./snippets.ts";
import { useNamespace } from "./use-namespace.tsx";
import { workerKeyName } from "./namespace-facts.ts";

export function NamespaceConnectPage(): ReactNode {
  const { namespace } = useNamespace();
  const [token, setToken] = useState<string | undefined>();
  const { data: authority = null } = useQuery(ownAuthorityQuery);
  if (namespace === undefined) return null;
  return (
    <>
      <Section title="Live check" text="Turns green when the first worker asks this namespace for work.">
        <LiveCheck namespace={namespace} />
      </Section>
      <Address namespace={namespace} authority={authority} />
      <Credential namespace={namespace} token={token} onToken={setToken} />
      <Section title="Worker" text="A workflow, a worker, and a start of it. Copy, run, watch.">
        <Snippets
          connection={{
            address: namespace.endpoints?.grpcAddress ?? "",
            namespace: namespace.namespace ?? "",
            credential: takesKeys(namespace) ? { token } : "certificate",
            hasOwnAuthority: authority !== null,
          }}
        />
      </Section>
    </>
  );
}

function takesKeys({ spec }: Namespace): boolean {
  return spec?.apiKeyAuth?.enabled === true;
}

function Address({ namespace, authority }: { namespace: Namespace; authority: string | null }): ReactNode {
  return (
    <Section title="Address" text="What clients and workers connect to.">
      <Facts
        facts={[
          { name: "Address", value: <Identifier value={namespace.endpoints?.grpcAddress ?? ""} /> },
          { name: "Namespace", value: <Identifier value={namespace.namespace ?? ""} /> },
        ]}
      />
      {authority === null ? null : (
        <Note>
          This installation's certificates are signed by an authority of its own, which clients must be told
          about: save ca.pem beside the program.{" "}
          <Button onClick={() => downloadText("ca.pem", authority, "application/x-pem-file")}>
            Save ca.pem
          </Button>
        </Note>
      )}
    </Section>
  );
}

function Credential(props: {
  namespace: Namespace;
  token: string | undefined;
  onToken: (token: string) => void;
}): ReactNode {
  const { namespace, token, onToken } = props;
  if (takesKeys(namespace)) {
    return (
      <Section title="API key" text="Shown once. It goes into the snippets below, and nowhere else.">
        <KeyMaker suggestedName={workerKeyName(namespace.namespace)} token={token} onToken={onToken} />
      </Section>
    );
  }
  return (
    <Section title="Certificate" text="The private key is made in this browser and never leaves it.">
      <CertificateMaker namespace={namespace} />
    </Section>
  );
}

function Snippets({ connection }: { connection: Connection }): ReactNode {
  return (
    <Tabs
      label="Language"
      tabs={SNIPPETS.map(({ id, label, file, text }) => ({
        id,
        label,
        content: <CodeBlock title={file} text={text(connection)} maxLines={36} />,
      }))}
    />
  );
}
