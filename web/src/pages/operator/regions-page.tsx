// The regions as operators see them: their cells, what they carry, and whether they take new namespaces.
import type { ReactNode } from "react";
import { api, type Schemas } from "#api/client";
import { useSaved } from "#app/use-saved";
import { Badge } from "#components/badge";
import { Button } from "#components/button";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { SimpleTable } from "#components/simple-table";
import { StatusMark } from "#components/status-mark";
import { count } from "#format/figures";
import { AS_OPERATOR } from "./as-operator.ts";

type Region = Schemas["cellplane.cloud.v1.RegionSettings"];

export function RegionsPage(): ReactNode {
  const { data, error } = api.useQuery("get", "/api/v1/regions", AS_OPERATOR);
  const saved = useSaved("/api/v1/regions", "/cloud/regions");
  const update = api.useMutation("post", "/api/v1/regions/{region}", { onSuccess: saved("Region changed") });
  const failure = error ?? (update.error as unknown);
  const change = ({ spec = {}, resourceVersion = "" }: Region): void =>
    update.mutate({
      ...AS_OPERATOR,
      params: { path: { region: spec.regionId ?? "" } },
      body: { spec: { ...spec, disabled: spec.disabled !== true }, resourceVersion },
    });
  return (
    <Section
      title="Regions"
      layout="stacked"
      text="A closed one takes no new namespaces; those it has go on."
    >
      {failure == null ? null : <ProblemNote title="The regions cannot be read or changed" error={failure} />}
      <SimpleTable
        label="Regions"
        headers={["Region", "Location", "State", "Cells", "Namespaces", "Address", ""]}
        rows={(data?.regions ?? []).map((region) => ({
          key: region.spec?.regionId ?? "",
          cells: [
            <code key="region">{region.spec?.regionId}</code>,
            region.spec?.location,
            region.spec?.disabled === true ? (
              <StatusMark key="state" status="canceled" word="Closed" />
            ) : (
              <StatusMark key="state" status="completed" word="Open" />
            ),
            (region.cellIds ?? []).map((cell) => <Badge key={cell}>{cell}</Badge>),
            count(region.namespaces),
            <code key="address">{region.spec?.grpcAddress}</code>,
            <Button key="switch" kind="quiet" onClick={() => change(region)}>
              {region.spec?.disabled === true ? "Open" : "Close"}
            </Button>,
          ],
        }))}
      />
    </Section>
  );
}
