// What the person's own actions came to, for a few seconds, with undo where the API has it.
import { Toast } from "@base-ui/react/toast";
import type { ReactNode } from "react";
import { toasts } from "#app/toasts";
import { CloseButton } from "./close-button.tsx";
import styles from "./toasts.module.css";

export function Toasts(): ReactNode {
  return (
    <Toast.Provider toastManager={toasts} timeout={6_000} limit={4}>
      <Toast.Portal>
        <Toast.Viewport className={styles["viewport"]}>
          <List />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function List(): ReactNode {
  const manager = Toast.useToastManager();
  return manager.toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className={styles["toast"]} swipeDirection="right">
      <div className={styles["words"]}>
        <Toast.Title className={styles["title"]} />
        <Toast.Description className={styles["text"]} />
      </div>
      <Toast.Action className={styles["action"]} />
      <Toast.Close render={<CloseButton />} />
    </Toast.Root>
  ));
}
