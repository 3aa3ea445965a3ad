// Tabs inside of a part of a page: several views of the same thing. For parts with addresses of their own: LinkTabs.
import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import styles from "./tabs.module.css";

export interface Tab {
  id: string;
  label: string;
  content: ReactNode;
}

interface Props {
  label: string;
  tabs: readonly Tab[];
  value?: string;
  onChange?: (id: string) => void;
}

export function Tabs({ label, tabs, value, onChange }: Props): ReactNode {
  return (
    <Base.Root
      className={styles["root"]}
      defaultValue={tabs[0]?.id}
      {...(value === undefined ? {} : { value })}
      onValueChange={(next) => onChange?.(String(next))}
    >
      <Base.List className={styles["list"]} aria-label={label}>
        {tabs.map((tab) => (
          <Base.Tab key={tab.id} value={tab.id} className={styles["tab"]}>
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.id} value={tab.id} className={styles["panel"]}>
          {tab.content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
