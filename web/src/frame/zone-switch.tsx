// Which clock absolute times are read by.
import type { ReactNode } from "react";
import { Tooltip } from "#components/tooltip";
import { zone } from "#preferences/look";
import { usePreference } from "#preferences/preference";
import styles from "./zone-switch.module.css";

export function ZoneSwitch(): ReactNode {
  const [chosen, choose] = usePreference(zone);
  const local = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const label = chosen === "utc" ? "UTC" : shortName(local);
  return (
    <Tooltip
      text={`Times in ${chosen === "utc" ? "UTC" : local}. Click for ${chosen === "utc" ? local : "UTC"}.`}
    >
      <button
        type="button"
        className={styles["zone"]}
        aria-label={`Clock zone ${label}`}
        onClick={() => choose(chosen === "utc" ? "local" : "utc")}
      >
        {label}
      </button>
    </Tooltip>
  );
}

/** "Europe/Berlin" is "Berlin". */
function shortName(timeZone: string): string {
  return timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? timeZone;
}
