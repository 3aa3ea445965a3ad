// A new connectivity rule. What it is cannot change; the networks that it admits can.
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { messageAbout } from "#api/problem";
import { useSaved } from "#app/use-saved";
import { Button } from "#components/button";
import { ChoiceCards } from "#components/choice-cards";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { ShowAs } from "#components/show-as";
import { terraformOf } from "#format/show-as";

const KINDS = [
  { value: "public", title: "Internet", text: "From everywhere, or from networks that you name." },
  { value: "private", title: "Private connection", text: "One PrivateLink or Private Service Connect." },
] as const;

export function RuleForm({ onDone }: { onDone: () => void }): ReactNode {
  const [kind, setKind] = useState<"public" | "private">("public");
  const [connectionId, setConnectionId] = useState("");
  const [region, setRegion] = useState("aws-us-east-1");
  const saved = useSaved("/cloud/connectivity-rules");
  const create = api.useMutation("post", "/cloud/connectivity-rules", {
    onSuccess: saved("Rule created", onDone),
  });
  const body = {
    spec:
      kind === "public" ? { publicRule: {} } : { privateRule: { connectionId: connectionId.trim(), region } },
  };
  const error = create.error as unknown;
  const aboutConnection = messageAbout(error, "spec.private_rule.connection_id");
  const aboutRegion = messageAbout(error, "spec.private_rule.region");
  return (
    <>
      <FormLayout
        onSubmit={() => create.mutate({ body })}
        error={aboutConnection === undefined && aboutRegion === undefined ? error : undefined}
        errorTitle="The rule was not created"
        buttons={
          <Button kind="primary" type="submit" isBusy={create.isPending}>
            Create rule
          </Button>
        }
      >
        <ChoiceCards label="Kind" value={kind} onChange={setKind} choices={KINDS} />
        {kind === "private" ? (
          <>
            <TextField
              label="Connection"
              hint="The id of the endpoint, such as vpce-0123."
              value={connectionId}
              onChange={setConnectionId}
              error={aboutConnection}
              isMono
            />
            <TextField label="Region" value={region} onChange={setRegion} error={aboutRegion} isMono />
          </>
        ) : null}
      </FormLayout>
      <ShowAs
        rest={{ method: "POST", path: "/cloud/connectivity-rules", body }}
        terraform={terraformOf(
          "temporalcloud_connectivity_rule",
          kind,
          kind === "public"
            ? { connectivity_type: "public" }
            : { connectivity_type: "private", connection_id: connectionId, region },
        )}
      />
    </>
  );
}
