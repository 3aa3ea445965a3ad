// A range of time: presets in a menu, or typed as people say it ("last 30d", "2026-11-01..2026-11-15", "last month").
import { CalendarRange } from "lucide-react";
import { useState, type ReactNode } from "react";
import { parseTimeRange } from "#format/time-range";
import { now } from "#hooks/use-now";
import { Button } from "./button.tsx";
import { Menu } from "./menu.tsx";
import styles from "./range-picker.module.css";

interface Props {
  /** As it was chosen or typed. */
  value: string;
  onChange: (value: string) => void;
}

const PRESETS = ["last 24h", "last 7d", "last 30d", "last 90d", "this month", "last month"] as const;

export function RangePicker({ value, onChange }: Props): ReactNode {
  return (
    <div className={styles["picker"]}>
      <Menu
        trigger={
          <Button icon={<CalendarRange />}>
            {capitalised(PRESETS.find((preset) => preset === value) ?? "Another range")}
          </Button>
        }
        groups={[
          {
            items: PRESETS.map((preset) => ({
              label: capitalised(preset),
              onSelect: () => onChange(preset),
              hint: preset === value ? "now" : undefined,
            })),
          },
        ]}
      />
      <TypedRange key={value} value={value} onChange={onChange} />
    </div>
  );
}

function TypedRange({ value, onChange }: Props): ReactNode {
  const [text, setText] = useState(value);
  const isRange = parseTimeRange(text, now()) !== undefined;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isRange) onChange(text.trim());
      }}
    >
      <input
        className={styles["text"]}
        aria-label="Range, typed"
        aria-invalid={!isRange}
        title='"last 30d", "this month", "2026-11-01..2026-11-15"; Enter applies it'
        value={text}
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => (isRange && text.trim() !== value ? onChange(text.trim()) : undefined)}
      />
      {isRange ? null : (
        <span className={styles["wrong"]} role="alert">
          Try “last 30d” or “2026-11-01..2026-11-15”
        </span>
      )}
    </form>
  );
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
