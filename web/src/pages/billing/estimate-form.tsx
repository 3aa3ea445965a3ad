// What more actions and storage would cost this month, rated with what was used already: tiers and allowances count.
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { messageAbout } from "#api/problem";
import { Facts } from "#components/facts";
import { TextField } from "#components/field";
import { ProblemNote } from "#components/problem-note";
import { ShowAs } from "#components/show-as";
import { moneyOfMicros } from "#format/money";
import styles from "./billing.module.css";

const MILLION = 1_000_000;

export function EstimateForm(): ReactNode {
  const [actions, setActions] = useState("1");
  const [active, setActive] = useState("0");
  const [retained, setRetained] = useState("0");
  const query = {
    actions: figureOf(actions) * MILLION,
    activeGbHours: figureOf(active),
    retainedGbHours: figureOf(retained),
  };
  const { data, error } = api.useQuery("get", "/api/v1/billing/estimate", { params: { query } });
  const money = (micros: string | undefined): string => moneyOfMicros(micros ?? "0", data?.currency ?? "usd");
  return (
    <div className={styles["stack"]}>
      <TextField
        label="More actions"
        value={actions}
        onChange={setActions}
        inputMode="decimal"
        suffix="million"
        error={messageAbout(error, "actions")}
      />
      <TextField
        label="More active storage"
        value={active}
        onChange={setActive}
        inputMode="decimal"
        suffix="GB-hours"
        error={messageAbout(error, "active_gb_hours")}
      />
      <TextField
        label="More retained storage"
        value={retained}
        onChange={setRetained}
        inputMode="decimal"
        suffix="GB-hours"
        error={messageAbout(error, "retained_gb_hours")}
      />
      {error === null ? null : <ProblemNote title="The cost cannot be estimated" error={error} />}
      {data === undefined ? null : (
        <div aria-live="polite">
          <Facts
            facts={[
              { name: "The month so far", value: money(data.beforeMicros) },
              { name: "With that", value: money(data.afterMicros) },
              { name: "Difference", value: <strong>{money(data.differenceMicros)}</strong> },
            ]}
          />
        </div>
      )}
      <ShowAs
        rest={{
          method: "GET",
          path: `/api/v1/billing/estimate?actions=${query.actions}&activeGbHours=${query.activeGbHours}&retainedGbHours=${query.retainedGbHours}`,
        }}
      />
    </div>
  );
}

/** What is no figure yet, while one types, is none. */
function figureOf(text: string): number {
  const value = Number(text.replaceAll(",", ""));
  return Number.isFinite(value) ? value : 0;
}
