// When a schedule acts, as rows of a form: each an interval, a calendar or a cron string; all of them count together.
import { Plus, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#components/button";
import { TextField } from "#components/field";
import { IconButton } from "#components/icon-button";
import { Select } from "#components/select-field";
import { FIELD_RULES, type FieldName } from "./calendar-field.ts";
import styles from "./times-fields.module.css";
import { emptyRow, EVERY_DAY, type CalendarTexts, type RowKind, type TimesRow } from "./times-row.ts";

const KINDS = [
  { value: "calendar", label: "By a calendar" },
  { value: "interval", label: "At intervals" },
  { value: "cron", label: "By a cron string" },
] as const;
const ROWS_MAX = 20;

interface Props {
  rows: readonly TimesRow[];
  onChange: (rows: TimesRow[]) => void;
}

export function TimesFields({ rows, onChange }: Props): ReactNode {
  const set = (index: number, row: TimesRow): void => onChange(rows.with(index, row));
  return (
    <div className={styles["rows"]}>
      {rows.map((row, index) => (
        <fieldset key={index} className={styles["row"]}>
          <legend className={styles["legend"]}>Times {index + 1}</legend>
          <div className={styles["head"]}>
            <Select<RowKind>
              ariaLabel={`Kind of times ${index + 1}`}
              choices={KINDS}
              value={row.kind}
              onChange={(kind) => set(index, emptyRow(kind))}
            />
            <IconButton
              label={`Remove times ${index + 1}`}
              icon={<Trash2 />}
              onClick={() => onChange(rows.toSpliced(index, 1))}
            />
          </div>
          <RowFields row={row} onChange={(changed) => set(index, changed)} />
        </fieldset>
      ))}
      {rows.length >= ROWS_MAX ? null : (
        <Button icon={<Plus />} onClick={() => onChange([...rows, emptyRow("calendar")])}>
          {rows.length === 0 ? "Add times" : "Add more times"}
        </Button>
      )}
    </div>
  );
}

function RowFields({ row, onChange }: { row: TimesRow; onChange: (row: TimesRow) => void }): ReactNode {
  switch (row.kind) {
    case "interval":
      return (
        <div className={styles["fields"]}>
          <TextField
            label="Every"
            value={row.every}
            onChange={(every) => onChange({ ...row, every })}
            placeholder="1h30m"
            isMono
          />
          <TextField
            label="Offset"
            value={row.offset}
            onChange={(offset) => onChange({ ...row, offset })}
            placeholder="5m"
            isOptional
            isMono
          />
        </div>
      );
    case "calendar":
      return <CalendarFields fields={row.fields} onChange={(fields) => onChange({ ...row, fields })} />;
    case "cron":
      return (
        <TextField
          label="Cron string"
          value={row.text}
          onChange={(text) => onChange({ ...row, text })}
          hint="minute hour day-of-month month day-of-week, or @hourly, @daily, @every 30m"
          isMono
        />
      );
  }
}

const SHOWN: readonly FieldName[] = ["hour", "minute", "dayOfWeek", "dayOfMonth", "month"];

const QUICK: readonly { label: string; fields: Partial<CalendarTexts> }[] = [
  { label: "Every day at 9", fields: {} },
  { label: "Weekdays at 9", fields: { dayOfWeek: "MON-FRI" } },
  { label: "Mondays at 9", fields: { dayOfWeek: "MON" } },
  { label: "First of the month", fields: { dayOfMonth: "1", hour: "0" } },
  { label: "Every hour", fields: { hour: "*" } },
];

function CalendarFields(props: {
  fields: CalendarTexts;
  onChange: (fields: CalendarTexts) => void;
}): ReactNode {
  const { fields, onChange } = props;
  // Seconds and years are for those who have set them elsewhere.
  const names: FieldName[] = [
    ...SHOWN,
    ...(fields.second === "0" ? [] : (["second"] as const)),
    ...(fields.year === "*" ? [] : (["year"] as const)),
  ];
  return (
    <>
      <div className={styles["quick"]} role="group" aria-label="Fill in">
        {QUICK.map((quick) => (
          <Button key={quick.label} kind="quiet" onClick={() => onChange({ ...EVERY_DAY, ...quick.fields })}>
            {quick.label}
          </Button>
        ))}
      </div>
      <div className={styles["fields"]}>
        {names.map((name) => (
          <TextField
            key={name}
            label={FIELD_RULES[name].label}
            value={fields[name]}
            onChange={(value) => onChange({ ...fields, [name]: value })}
            isMono
          />
        ))}
      </div>
    </>
  );
}
