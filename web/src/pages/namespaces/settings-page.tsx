// What can be set of a namespace: retention, codec server, protection, tags; and its deletion.
import { useState, type ReactNode } from "react";
import { messageAbout, isAboutField } from "#api/problem";
import { Button } from "#components/button";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { Section } from "#components/section";
import { ShowAs } from "#components/show-as";
import { SwitchField } from "#components/switch-field";
import { terraformOf } from "#format/show-as";
import { DeleteNamespace } from "./delete-namespace.tsx";
import type { Namespace } from "./namespace-facts.ts";
import { TagsForm } from "./tags-form.tsx";
import { changeRequest, useChangeNamespace, useNamespace } from "./use-namespace.tsx";

export function NamespaceSettingsPage(): ReactNode {
  const { namespace } = useNamespace();
  if (namespace === undefined) return null;
  return (
    <>
      <Section title="Retention" text="How long closed workflows stay readable.">
        <RetentionForm key={namespace.spec?.retentionDays} namespace={namespace} />
      </Section>
      <Section
        title="Codec server"
        text="Decodes payloads in the browser. It is asked by this console only, never by us."
      >
        <CodecForm key={JSON.stringify(namespace.spec?.codecServer)} namespace={namespace} />
      </Section>
      <Section title="Tags" text="For bills and lists. Up to 10.">
        <TagsForm namespace={namespace} />
      </Section>
      <Section title="Protection and deletion">
        <Protection namespace={namespace} />
        <DeleteNamespace namespace={namespace} />
      </Section>
    </>
  );
}

function RetentionForm({ namespace }: { namespace: Namespace }): ReactNode {
  const id = namespace.namespace ?? "";
  const [days, setDays] = useState(String(namespace.spec?.retentionDays ?? ""));
  const { change, isPending, error } = useChangeNamespace("Retention changed");
  const part = { retentionDays: Number(days) || 0 };
  return (
    <>
      <FormLayout
        onSubmit={() => change(part)}
        error={isAboutField(error) ? undefined : error}
        errorTitle="The retention was not changed"
        buttons={
          <Button kind="primary" type="submit" isBusy={isPending}>
            Save retention
          </Button>
        }
      >
        <TextField
          label="Days"
          name="retentionDays"
          value={days}
          onChange={setDays}
          error={isAboutField(error) ? error.message : messageAbout(error, "spec.retention_days")}
          inputMode="numeric"
          suffix="days"
          hint="1 to 90. A shorter one deletes older histories soon."
        />
      </FormLayout>
      <ShowAs
        rest={{ method: "POST", path: `/cloud/namespaces/${id}`, body: changeRequest(namespace, part) }}
        cli={`temporal cloud namespace retention set --namespace ${id} --retention-days ${days}`}
        terraform={terraformOf("temporalcloud_namespace", namespace.spec?.name ?? "", {
          name: namespace.spec?.name ?? "",
          regions: [namespace.activeRegion ?? ""],
          retention_days: part.retentionDays,
        })}
      />
    </>
  );
}

function CodecForm({ namespace }: { namespace: Namespace }): ReactNode {
  const current = namespace.spec?.codecServer;
  const [endpoint, setEndpoint] = useState(current?.endpoint ?? "");
  const [passes, setPasses] = useState(current?.passAccessToken ?? false);
  const { change, isPending, error } = useChangeNamespace("Codec server changed");
  return (
    <FormLayout
      onSubmit={() =>
        change({ codecServer: { ...current, endpoint: endpoint.trim(), passAccessToken: passes } })
      }
      error={isAboutField(error) ? undefined : error}
      errorTitle="The codec server was not changed"
      buttons={
        <Button type="submit" isBusy={isPending}>
          Save codec server
        </Button>
      }
    >
      <TextField
        label="Endpoint"
        value={endpoint}
        onChange={setEndpoint}
        error={isAboutField(error) ? error.message : undefined}
        placeholder="https://codec.example.com"
        isOptional
        isMono
      />
      <SwitchField label="Pass the person's access token" isOn={passes} onChange={setPasses} />
    </FormLayout>
  );
}

function Protection({ namespace }: { namespace: Namespace }): ReactNode {
  const { change, isPending } = useChangeNamespace("Protection changed");
  return (
    <SwitchField
      label="Protect from deletion"
      hint="A deletion is refused, by whatever way, until this is off."
      isOn={namespace.spec?.lifecycle?.enableDeleteProtection === true}
      isDisabled={isPending}
      onChange={(enableDeleteProtection) => change({ lifecycle: { enableDeleteProtection } })}
    />
  );
}
