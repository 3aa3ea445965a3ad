// Every key that does something on this page.
import type { ReactNode } from "react";
import { Dialog } from "#components/dialog";
import { useShortcuts } from "#hooks/shortcuts";
import { MOD_KEY } from "./header.tsx";
import styles from "./keyboard-map.module.css";

export function KeyboardMap({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }): ReactNode {
  const shortcuts = useShortcuts();
  const groups = [...new Set(shortcuts.map(({ group }) => group))];
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title="Keyboard" width="wide">
      <div className={styles["groups"]}>
        {groups.map((group) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl className={styles["keys"]}>
              {shortcuts
                .filter((shortcut) => shortcut.group === group)
                .map(({ keys, label }) => (
                  <div key={keys} className={styles["key"]}>
                    <dt>{label}</dt>
                    <dd>
                      {keys.split(/[ +]/).map((key) => (
                        <kbd key={key}>{key === "mod" ? MOD_KEY : key}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
