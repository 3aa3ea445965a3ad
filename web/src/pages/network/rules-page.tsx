// The account's connectivity rules: the open internet, or one private connection, each with the networks it admits.
import { Plus } from "lucide-react";
import { useState, type ReactNode } from "react";
import { api, type Schemas } from "#api/client";
import { useMay } from "#api/own-access";
import { useSaved } from "#app/use-saved";
import { Badge } from "#components/badge";
import { Button } from "#components/button";
import { ConfirmByName } from "#components/confirm-by-name";
import { Dialog } from "#components/dialog";
import { EmptyState } from "#components/empty-state";
import { Page } from "#components/page";
import { ProblemNote } from "#components/problem-note";
import { SimpleTable } from "#components/simple-table";
import { RuleForm } from "./rule-form.tsx";
import { SourcesForm } from "./sources-form.tsx";

type Rule = Schemas["temporal.api.cloud.connectivityrule.v1.ConnectivityRule"];
type Open = { what: "nothing" | "create" } | { what: "sources" | "deletion"; rule: Rule };

const SHOWN = 200;

export function ConnectivityRulesPage(): ReactNode {
  const may = useMay();
  const [open, setOpen] = useState<Open>({ what: "nothing" });
  const close = (): void => setOpen({ what: "nothing" });
  const { data, error, refetch } = api.useQuery("get", "/cloud/connectivity-rules", {
    params: { query: { pageSize: SHOWN } },
  });
  const rules = data?.connectivityRules ?? [];
  const button = may("cloud.connectivityrule.create") ? (
    <Button kind="primary" icon={<Plus />} onClick={() => setOpen({ what: "create" })}>
      Create rule
    </Button>
  ) : null;
  return (
    <Page
      title="Network"
      text="A namespace that names rules is reached by them alone. One without is reached from everywhere."
      actions={button}
    >
      {error === null ? null : (
        <ProblemNote title="The rules cannot be read" error={error} onRetry={() => void refetch()} />
      )}
      {data !== undefined && rules.length === 0 ? (
        <EmptyState
          title="No rule yet"
          text="Make one, then name it on the page Capacity and network of a namespace."
        />
      ) : null}
      {rules.length === 0 ? null : (
        <RuleTable
          rules={rules}
          canChange={may("cloud.connectivityrule.update")}
          onSources={(rule) => setOpen({ what: "sources", rule })}
          onDelete={(rule) => setOpen({ what: "deletion", rule })}
        />
      )}
      <Dialog isOpen={open.what === "create"} onClose={close} title="Create rule" width="wide">
        <RuleForm onDone={close} />
      </Dialog>
      <Dialog
        isOpen={open.what === "sources"}
        onClose={close}
        title="Networks that are admitted"
        width="wide"
      >
        {open.what === "sources" ? <SourcesForm ruleId={open.rule.id ?? ""} onDone={close} /> : null}
      </Dialog>
      {open.what === "deletion" ? <RuleDeletion rule={open.rule} onClose={close} /> : null}
    </Page>
  );
}

function RuleTable(props: {
  rules: readonly Rule[];
  canChange: boolean;
  onSources: (rule: Rule) => void;
  onDelete: (rule: Rule) => void;
}): ReactNode {
  return (
    <SimpleTable
      label="Connectivity rules"
      headers={["Kind", "Connection", "Region", "Id", ...(props.canChange ? ["", ""] : [])]}
      rows={props.rules.map((rule) => {
        const { privateRule } = rule.spec ?? {};
        return {
          key: rule.id ?? "",
          cells: [
            <Badge key="kind" tone={privateRule === undefined ? "plain" : "accent"}>
              {privateRule === undefined ? "internet" : "private"}
            </Badge>,
            <code key="connection">{privateRule?.connectionId ?? ""}</code>,
            privateRule?.region,
            <code key="id">{rule.id}</code>,
            ...(props.canChange
              ? [
                  <Button key="sources" kind="quiet" onClick={() => props.onSources(rule)}>
                    Networks
                  </Button>,
                  <Button key="delete" kind="quiet" onClick={() => props.onDelete(rule)}>
                    Delete
                  </Button>,
                ]
              : []),
          ],
        };
      })}
    />
  );
}

function RuleDeletion({ rule, onClose }: { rule: Rule; onClose: () => void }): ReactNode {
  const saved = useSaved("/cloud/connectivity-rules");
  const remove = api.useMutation("delete", "/cloud/connectivity-rules/{connectivity_rule_id}", {
    onSuccess: saved("Rule deleted", onClose),
  });
  const id = rule.id ?? "";
  return (
    <ConfirmByName
      isOpen
      onClose={onClose}
      title={`Delete ${id}`}
      name={id}
      losses={["The path by which namespaces that name it are reached"]}
      verb="Delete rule"
      isBusy={remove.isPending}
      error={remove.error as unknown}
      onConfirm={() =>
        remove.mutate({
          params: {
            path: { connectivity_rule_id: id },
            query: { resourceVersion: rule.resourceVersion ?? "" },
          },
        })
      }
    />
  );
}
