// All usage by meter: where every unit of it stands. Stranded must be zero.
import type { ReactNode } from "react";
import type { Schemas } from "#api/client";
import { SimpleTable } from "#components/simple-table";
import { StatusMark } from "#components/status-mark";
import { meterName, quantityOf } from "./billing-facts.ts";

type Meter = Schemas["cellplane.cloud.v1.ClearedMeter"];

const MILLISECONDS = 1_000n;

export function Clearing({ meters }: { meters: readonly Meter[] }): ReactNode {
  return (
    <SimpleTable
      label="Clearing of all usage"
      headers={[
        "Meter",
        "Proof",
        "Metered",
        "On invoices",
        "Adjusted by name",
        "In the open period",
        "Stranded",
      ]}
      figures={[2, 3, 4, 5, 6]}
      rows={meters.map(({ meter = "", metered, invoiced, adjusted, open, stranded = "0" }) => {
        const shown = (quantity: string | undefined): string => quantityOf(meter, inSeconds(meter, quantity));
        return {
          key: meter,
          cells: [
            meterName(meter),
            stranded === "0" ? (
              <StatusMark key="proof" status="completed" word="Adds up" />
            ) : (
              <StatusMark key="proof" status="failed" word="Does not add up" />
            ),
            shown(metered),
            shown(invoiced),
            shown(adjusted),
            shown(open),
            shown(stranded),
          ],
        };
      })}
    />
  );
}

/** Storage is cleared in byte-milliseconds. */
function inSeconds(meter: string, quantity = "0"): string {
  return meter.endsWith("_storage") ? String(BigInt(quantity) / MILLISECONDS) : quantity;
}
