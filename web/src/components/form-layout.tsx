// A form: its fields one below the other, what went wrong, and the buttons. Enter submits; a second click does nothing.
import type { FormEvent, ReactNode } from "react";
import styles from "./form-layout.module.css";
import { ProblemNote } from "./problem-note.tsx";

interface Props {
  onSubmit: () => void;
  /** The primary button first. */
  buttons: ReactNode;
  children: ReactNode;
  error?: unknown;
  /** What was not done: "The key was not created". */
  errorTitle?: string;
}

export function FormLayout({
  onSubmit,
  buttons,
  children,
  error,
  errorTitle = "It was not done",
}: Props): ReactNode {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className={styles["form"]} onSubmit={submit} noValidate>
      {children}
      {error == null ? null : <ProblemNote title={errorTitle} error={error} />}
      <div className={styles["buttons"]}>{buttons}</div>
    </form>
  );
}
