// A menu behind a button. Items are actions or links; a danger item opens a confirmation, it never acts at once.
import { Menu as Base } from "@base-ui/react/menu";
import type { ReactElement, ReactNode } from "react";
import { classNames } from "#format/class-names";
import styles from "./menu.module.css";

export interface MenuItem {
  label: ReactNode;
  onSelect: () => void;
  icon?: ReactNode;
  hint?: ReactNode;
  isDanger?: boolean;
  isDisabled?: boolean;
  /** Set for choices: whether this one is chosen. */
  isChecked?: boolean;
}

export interface MenuGroup {
  title?: string;
  items: readonly MenuItem[];
}

interface Props {
  trigger: ReactElement;
  groups: readonly MenuGroup[];
  align?: "start" | "end";
}

export function Menu({ trigger, groups, align = "start" }: Props): ReactNode {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} className={styles["positioner"]}>
          <Base.Popup className={styles["popup"]}>
            {groups.map((group, index) => (
              <Base.Group key={group.title ?? index} className={styles["group"]}>
                {group.title === undefined ? null : (
                  <Base.GroupLabel className={styles["title"]}>{group.title}</Base.GroupLabel>
                )}
                {group.items.map((item, at) => (
                  <Item key={at} item={item} />
                ))}
              </Base.Group>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Item({ item }: { item: MenuItem }): ReactNode {
  const className = classNames(styles["item"], item.isDanger === true && styles["danger"]);
  const content = (
    <>
      {item.icon}
      <span className={styles["label"]}>{item.label}</span>
      {item.hint === undefined ? null : <span className={styles["hint"]}>{item.hint}</span>}
    </>
  );
  if (item.isChecked !== undefined) {
    return (
      <Base.CheckboxItem
        className={className}
        checked={item.isChecked}
        onCheckedChange={item.onSelect}
        closeOnClick={false}
      >
        <span className={styles["check"]}>{item.isChecked ? "✓" : ""}</span>
        {content}
      </Base.CheckboxItem>
    );
  }
  return (
    <Base.Item className={className} disabled={item.isDisabled ?? false} onClick={item.onSelect}>
      {content}
    </Base.Item>
  );
}
