// The networks that a rule admits.
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { isAboutField } from "#api/problem";
import { useSaved } from "#app/use-saved";
import { Button } from "#components/button";
import { FormLayout } from "#components/form-layout";
import { ProblemNote } from "#components/problem-note";
import { ShowAs } from "#components/show-as";
import { Skeleton } from "#components/skeleton";
import { TextAreaField } from "#components/text-area-field";

export function SourcesForm({ ruleId, onDone }: { ruleId: string; onDone: () => void }): ReactNode {
  const { data, error } = api.useQuery("get", "/api/v1/connectivity-rules/{connectivity_rule_id}/sources", {
    params: { path: { connectivity_rule_id: ruleId } },
  });
  if (error !== null) return <ProblemNote title="The networks cannot be read" error={error} />;
  if (data === undefined) return <Skeleton />;
  return (
    <Fields
      ruleId={ruleId}
      start={(data.sourceCidrs ?? []).join("\n")}
      version={data.resourceVersion ?? ""}
      onDone={onDone}
    />
  );
}

function Fields(props: { ruleId: string; start: string; version: string; onDone: () => void }): ReactNode {
  const { ruleId, start, version, onDone } = props;
  const [text, setText] = useState(start);
  const saved = useSaved("/api/v1/connectivity-rules", "/cloud/connectivity-rules");
  const set = api.useMutation("post", "/api/v1/connectivity-rules/{connectivity_rule_id}/sources", {
    onSuccess: saved("Networks changed", onDone),
  });
  const body = {
    sourceCidrs: text.split(/[\s,]+/).filter((word) => word !== ""),
    resourceVersion: version,
  };
  const error = set.error as unknown;
  return (
    <>
      <FormLayout
        onSubmit={() => set.mutate({ params: { path: { connectivity_rule_id: ruleId } }, body })}
        error={isAboutField(error) ? undefined : error}
        errorTitle="The networks were not changed"
        buttons={
          <Button kind="primary" type="submit" isBusy={set.isPending}>
            Save networks
          </Button>
        }
      >
        <TextAreaField
          label="Networks"
          hint="One CIDR on each line, such as 203.0.113.0/24. Empty: from everywhere."
          value={text}
          onChange={setText}
          error={isAboutField(error) ? error.message : undefined}
          isMono
        />
      </FormLayout>
      <ShowAs rest={{ method: "POST", path: `/api/v1/connectivity-rules/${ruleId}/sources`, body }} />
    </>
  );
}
