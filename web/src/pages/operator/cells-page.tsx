// The cells: whether each answers and how fast, what it carries, and letting another one in.
import { useState, type ReactNode } from "react";
import { api, type Schemas } from "#api/client";
import { isAboutField, messageAbout } from "#api/problem";
import { useSaved } from "#app/use-saved";
import { Button } from "#components/button";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { SelectField } from "#components/select-field";
import { ShowAs } from "#components/show-as";
import { SimpleTable } from "#components/simple-table";
import { StatusMark } from "#components/status-mark";
import { Timestamp } from "#components/timestamp";
import { count } from "#format/figures";
import { AS_OPERATOR } from "./as-operator.ts";

type Cell = Schemas["cellplane.cloud.v1.Cell"];
type Health = Schemas["cellplane.cloud.v1.CellHealth"];

const REFETCH_MS = 5_000;
const DRIVERS = [
  { value: "embedded", label: "Our engine" },
  { value: "temporal", label: "A Temporal cluster" },
] as const;

export function CellsPage(): ReactNode {
  const cells = api.useQuery("get", "/api/v1/cells", AS_OPERATOR, { refetchInterval: REFETCH_MS });
  const installation = api.useQuery("get", "/api/v1/installation", AS_OPERATOR, {
    refetchInterval: REFETCH_MS,
  });
  const health = new Map((installation.data?.cells ?? []).map((one) => [one.cellId, one]));
  const error = cells.error ?? installation.error;
  return (
    <>
      <Section
        title="Cells"
        layout="stacked"
        text="Each is a stack of its own: what one does touches no other."
      >
        {error === null ? null : <ProblemNote title="The cells cannot be read" error={error} />}
        <SimpleTable
          label="Cells"
          headers={[
            "Cell",
            "Health",
            "Region",
            "Namespaces",
            "Open workflows",
            "Answers in",
            "Version",
            "Epoch",
            "Since",
          ]}
          rows={(cells.data?.cells ?? []).map((cell) => ({
            key: cell.spec?.cellId ?? "",
            cells: cellsOf(cell, health.get(cell.spec?.cellId)),
          }))}
        />
      </Section>
      <Section title="Register a cell" text="It is probed, and opened for new namespaces when it answers.">
        <RegisterCell />
      </Section>
    </>
  );
}

function cellsOf({ spec, state, namespaces, createdTime }: Cell, health: Health | undefined): ReactNode[] {
  // A Temporal cluster tells its version alone; a cell of ours has an epoch from 1 on.
  const tellsLoad = (health?.epoch ?? 0) > 0;
  return [
    <code key="cell">{spec?.cellId}</code>,
    <CellHealthMark key="health" state={state} health={health} />,
    [spec?.region, ...(spec?.alsoServes ?? [])].join(", "),
    count(namespaces),
    tellsLoad ? count(health?.openWorkflows ?? 0) : "",
    health?.reachable === true ? `${(health.latencyMs ?? 0).toFixed(1)} ms` : "",
    health?.version,
    tellsLoad ? count(health?.epoch) : "",
    <Timestamp key="since" at={createdTime} />,
  ];
}

function CellHealthMark(props: { state: string | undefined; health: Health | undefined }): ReactNode {
  const { state, health } = props;
  if (state === "REGISTERING") return <StatusMark status="running" word="Registering" />;
  if (state === "FAILED") return <StatusMark status="failed" word="Not registered" />;
  if (health === undefined) return <StatusMark status="waiting" word="Asking" />;
  if (health.reachable === true) return <StatusMark status="completed" word="Serving" />;
  return <StatusMark status="failed" word={health.failure ?? "Away"} />;
}

function RegisterCell(): ReactNode {
  const [form, setForm] = useState({ cellId: "", region: "", address: "" });
  const [driver, setDriver] = useState<"embedded" | "temporal">("embedded");
  const saved = useSaved("/api/v1/cells", "/api/v1/installation");
  const register = api.useMutation("post", "/api/v1/cells", { onSuccess: saved("Cell is being registered") });
  const body = { spec: { ...form, driver } };
  const error = register.error as unknown;
  const fields = [
    { name: "cellId", label: "Cell", placeholder: "cell-c" },
    { name: "region", label: "Region", placeholder: "aws-us-east-1" },
    { name: "address", label: "Address", placeholder: "10.0.0.7:7233" },
  ] as const;
  const isTold = fields.some(({ name }) => messageAbout(error, `spec.${name}`) !== undefined);
  return (
    <>
      <FormLayout
        onSubmit={() => register.mutate({ ...AS_OPERATOR, body })}
        error={isTold && isAboutField(error) ? undefined : error}
        errorTitle="The cell was not registered"
        buttons={
          <Button kind="primary" type="submit" isBusy={register.isPending}>
            Register cell
          </Button>
        }
      >
        {fields.map(({ name, ...field }) => (
          <TextField
            key={name}
            {...field}
            value={form[name]}
            onChange={(value) => setForm({ ...form, [name]: value })}
            error={messageAbout(error, `spec.${name}`)}
            isMono
          />
        ))}
        <SelectField label="Runs" choices={DRIVERS} value={driver} onChange={setDriver} />
      </FormLayout>
      <ShowAs rest={{ method: "POST", path: "/api/v1/cells", body }} />
    </>
  );
}
