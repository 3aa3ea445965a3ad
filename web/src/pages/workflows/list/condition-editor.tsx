// The fields of one condition: what is looked at, how it is compared, with what.
import { useState, type ReactNode } from "react";
import { Button } from "#components/button";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { SelectField } from "#components/select-field";
import { now } from "#hooks/use-now";
import { operatorsOf, textOfRows, typeOf, type FilterRow, type RowOperator } from "../filter/filter-rows.ts";
import { STATUS_NAMES, type FieldType, type FilterField } from "../filter/filter-syntax.ts";
import { instantOf } from "../filter/instant.ts";
import { parseFilter } from "../filter/parse-filter.ts";

const OPERATOR_WORDS: Readonly<Record<RowOperator, string>> = {
  "=": "is",
  "!=": "is not",
  "<": "less than",
  "<=": "at most",
  ">": "more than",
  ">=": "at least",
  STARTS_WITH: "starts with",
  "NOT STARTS_WITH": "does not start with",
  IN: "is one of",
  "NOT IN": "is none of",
  BETWEEN: "is between",
  "IS NULL": "is not set",
  "IS NOT NULL": "is set",
};

interface Props {
  row: FilterRow | undefined;
  fields: readonly FilterField[];
  onDone: (row: FilterRow) => void;
}

export function ConditionEditor({ row, fields, onDone }: Props): ReactNode {
  const [field, setField] = useState(row?.field ?? "WorkflowType");
  const type = typeOf(field, fields);
  const operators = operatorsOf(type);
  const [chosen, setChosen] = useState<RowOperator>(row?.operator ?? "=");
  const operator = operators.includes(chosen) ? chosen : (operators[0] ?? "=");
  const [text, setText] = useState(row?.values.join(", ") ?? "");
  const [error, setError] = useState<string | undefined>();
  const done = (): void => {
    const next = { field, operator, values: valuesOf(text, operator, type) };
    const parsed = parseFilter(textOfRows([next], fields), fields);
    if ("error" in parsed) setError(parsed.error.message);
    else onDone(next);
  };
  return (
    <FormLayout
      onSubmit={done}
      buttons={
        <Button kind="primary" type="submit">
          Apply condition
        </Button>
      }
    >
      <SelectField
        label="Field"
        choices={fields.map(({ name, type: hint }) => ({ value: name, label: name, hint }))}
        value={field}
        onChange={(next) => {
          setField(next);
          setError(undefined);
        }}
      />
      <SelectField
        label="Comparison"
        choices={operators.map((value) => ({ value, label: OPERATOR_WORDS[value] }))}
        value={operator}
        onChange={setChosen}
      />
      {operator.startsWith("IS") ? null : (
        <ValueField {...{ type, operator, text, error }} onChange={setText} />
      )}
    </FormLayout>
  );
}

interface ValueProps {
  type: FieldType;
  operator: RowOperator;
  text: string;
  error: string | undefined;
  onChange: (text: string) => void;
}

function ValueField({ type, operator, text, error, onChange }: ValueProps): ReactNode {
  const isSingle = operator === "=" || operator === "!=";
  if (type === "Status" && isSingle) return <OneOf choices={STATUS_NAMES} text={text} onChange={onChange} />;
  if (type === "Bool") return <OneOf choices={["true", "false"]} text={text} onChange={onChange} />;
  return (
    <TextField
      label="Value"
      value={text}
      onChange={onChange}
      error={error}
      hint={hintOf(type, operator)}
      isMono
      autoComplete="off"
      autoFocus
    />
  );
}

function OneOf(props: {
  choices: readonly string[];
  text: string;
  onChange: (text: string) => void;
}): ReactNode {
  const { choices, text, onChange } = props;
  return (
    <SelectField
      label="Value"
      choices={choices.map((value) => ({ value, label: value }))}
      value={choices.includes(text) ? text : ""}
      onChange={onChange}
    />
  );
}

function hintOf(type: FieldType, operator: RowOperator): string | undefined {
  if (operator === "BETWEEN") return "Two values, with a comma between.";
  if (operator.endsWith("IN")) return "Several values, with commas between.";
  if (type === "Datetime") return "A time such as 2026-11-28T08:00:00Z, or how long ago: 3h, 2 days.";
  return type === "Duration" ? "Such as 1h30m or 250ms." : undefined;
}

function valuesOf(text: string, operator: RowOperator, type: FieldType): string[] {
  if (operator.startsWith("IS")) return [];
  const isList = operator === "BETWEEN" || operator.endsWith("IN");
  const values = isList ? text.split(",").map((value) => value.trim()) : [text];
  return type === "Datetime" ? values.map((value) => instantOf(value, now())) : values;
}
