// The certificate filters of a namespace: all fields of one must fit, and one of them is enough.
import { Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#components/button";
import { TextField } from "#components/field";
import { IconButton } from "#components/icon-button";
import type { CertificateFilter } from "./certificate-filter.ts";
import styles from "./filter-fields.module.css";

const FIELDS = [
  ["commonName", "Common name"],
  ["organization", "Organization"],
  ["organizationalUnit", "Organizational unit"],
  ["subjectAlternativeName", "Alternative name"],
] as const;

interface Props {
  filters: readonly CertificateFilter[];
  onChange: (filters: CertificateFilter[]) => void;
}

export function FilterFields({ filters, onChange }: Props): ReactNode {
  const replace = (at: number, filter: CertificateFilter): void =>
    onChange(filters.map((each, index) => (index === at ? filter : each)));
  return (
    <fieldset className={styles["filters"]}>
      <legend>Filters</legend>
      {filters.length === 0 ? (
        <p className={styles["none"]}>None: every certificate of the authorities above passes.</p>
      ) : null}
      {filters.map((filter, at) => (
        <div key={at} className={styles["filter"]}>
          {FIELDS.map(([field, label]) => (
            <TextField
              key={field}
              label={label}
              value={filter[field] ?? ""}
              onChange={(value) => replace(at, { ...filter, [field]: value })}
              placeholder="order-*"
              isMono
            />
          ))}
          <IconButton
            label="Remove filter"
            icon={<X />}
            onClick={() => onChange(filters.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <div>
        <Button icon={<Plus />} onClick={() => onChange([...filters, { commonName: "" }])}>
          Add filter
        </Button>
      </div>
    </fieldset>
  );
}
