// How much the namespace may do in a second, how much it does, and by which network paths it is reached.
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { Button } from "#components/button";
import { ChoiceCards } from "#components/choice-cards";
import { EmptyState } from "#components/empty-state";
import { Facts } from "#components/facts";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { ShowAs } from "#components/show-as";
import { SimpleTable } from "#components/simple-table";
import { count } from "#format/figures";
import type { Namespace } from "./namespace-facts.ts";
import { changeRequest, useChangeNamespace, useNamespace } from "./use-namespace.tsx";

export function NamespaceCapacityPage(): ReactNode {
  const { namespace } = useNamespace();
  if (namespace === undefined) return null;
  return (
    <>
      <Section title="Capacity" text="Actions, requests and operations per second.">
        <Rates namespace={namespace} />
        <ModeForm key={JSON.stringify(namespace.spec?.capacitySpec)} namespace={namespace} />
      </Section>
      <Section title="Connectivity" layout="stacked" text="By which network paths clients may come.">
        <Rules namespace={namespace.namespace ?? ""} />
      </Section>
    </>
  );
}

function Rates({ namespace }: { namespace: Namespace }): ReactNode {
  const { data, error } = api.useQuery("get", "/cloud/namespaces/{namespace}/capacity-info", {
    params: { path: { namespace: namespace.namespace ?? "" } },
  });
  if (error !== null) return <ProblemNote title="The capacity cannot be read" error={error} />;
  const aps = data?.capacityInfo?.stats?.aps;
  return (
    <Facts
      facts={[
        { name: "Limit now", value: `${count(namespace.limits?.actionsPerSecondLimit)} actions per second` },
        { name: "Mean, 7 days", value: `${(aps?.mean ?? 0).toFixed(1)} per second` },
        { name: "99th percentile", value: `${(aps?.p99 ?? 0).toFixed(1)} per second` },
      ]}
    />
  );
}

function ModeForm({ namespace }: { namespace: Namespace }): ReactNode {
  const id = namespace.namespace ?? "";
  const current = namespace.spec?.capacitySpec?.provisioned?.value;
  const [mode, setMode] = useState<"onDemand" | "provisioned">(
    current === undefined ? "onDemand" : "provisioned",
  );
  const [units, setUnits] = useState(String(current ?? 1));
  const { change, isPending, error } = useChangeNamespace("Capacity changed");
  const part = {
    capacitySpec: mode === "onDemand" ? { onDemand: {} } : { provisioned: { value: Number(units) || 0 } },
  };
  return (
    <>
      <FormLayout
        onSubmit={() => change(part)}
        error={error}
        errorTitle="The capacity was not changed"
        buttons={
          <Button type="submit" kind="primary" isBusy={isPending}>
            Save capacity
          </Button>
        }
      >
        <ChoiceCards
          label="Mode"
          value={mode}
          onChange={setMode}
          choices={[
            { value: "onDemand", title: "On demand", text: "The limit follows the use of the last 7 days." },
            {
              value: "provisioned",
              title: "Provisioned",
              text: "A fixed limit, for planned peaks; billed by the hour.",
            },
          ]}
        />
        {mode === "provisioned" ? (
          <TextField
            label="Units"
            value={units}
            onChange={setUnits}
            inputMode="decimal"
            suffix="× 500 actions per second"
          />
        ) : null}
      </FormLayout>
      <ShowAs
        rest={{ method: "POST", path: `/cloud/namespaces/${id}`, body: changeRequest(namespace, part) }}
      />
    </>
  );
}

function Rules({ namespace }: { namespace: string }): ReactNode {
  const { data, error } = api.useQuery("get", "/cloud/connectivity-rules", {
    params: { query: { namespace } },
  });
  if (error !== null) return <ProblemNote title="The rules cannot be read" error={error} />;
  const rules = data?.connectivityRules ?? [];
  if (rules.length === 0) {
    return (
      <EmptyState
        title="Reached from everywhere"
        text="Without a rule every path is open to who signs in. A rule closes all paths that no rule names."
      />
    );
  }
  return (
    <SimpleTable
      label="Connectivity rules"
      headers={["Rule", "Path", "Region"]}
      rows={rules.map(({ id = "", spec }) => ({
        key: id,
        cells: [
          <code key="id">{id}</code>,
          spec?.privateRule === undefined
            ? "public"
            : `private connection ${spec.privateRule.connectionId ?? ""}`,
          spec?.privateRule?.region ?? "all",
        ],
      }))}
    />
  );
}
