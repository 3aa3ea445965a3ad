// Narrows what is shown while one types. "/" goes there, Escape empties it.
import { Search } from "lucide-react";
import { useRef, type ReactNode } from "react";
import { useShortcut } from "#hooks/shortcuts";
import styles from "./search-field.module.css";

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

export function SearchField({ label, value, onChange }: Props): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  useShortcut({ keys: "/", label, group: "Tables" }, () => input.current?.focus());
  return (
    <label className={styles["field"]}>
      <Search aria-hidden />
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          onChange("");
          event.currentTarget.blur();
        }}
      />
    </label>
  );
}
