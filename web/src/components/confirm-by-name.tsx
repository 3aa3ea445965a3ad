// Confirms what cannot be taken back: says what will be lost, with counts, and waits until the name is typed.
import { useState, type ReactNode } from "react";
import { Button } from "./button.tsx";
import styles from "./confirm-by-name.module.css";
import { Dialog } from "./dialog.tsx";
import { TextField } from "./field.tsx";
import { FormLayout } from "./form-layout.tsx";

interface Props {
  isOpen: boolean;
  onClose: () => void;
  /** "Delete orders.a1b2c". */
  title: string;
  /** What must be typed. */
  name: string;
  /** What will be lost, a line for each: "3 certificates", "all histories, after 7 days". */
  losses: readonly ReactNode[];
  /** "Delete namespace". */
  verb: string;
  onConfirm: () => void;
  isBusy?: boolean;
  error?: unknown;
  /** Shown below the losses: who must approve, and how it can be undone if at all. */
  remark?: ReactNode;
}

export function ConfirmByName(props: Props): ReactNode {
  const { isOpen, onClose, title } = props;
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title}>
      <Content {...props} />
    </Dialog>
  );
}

function Content({ name, losses, verb, onConfirm, onClose, isBusy, error, remark }: Props): ReactNode {
  const [typed, setTyped] = useState("");
  const fits = typed.trim() === name;
  return (
    <FormLayout
      onSubmit={() => (fits ? onConfirm() : undefined)}
      error={error}
      errorTitle="It was not done"
      buttons={
        <>
          <Button kind="danger" type="submit" disabled={!fits} isBusy={isBusy ?? false}>
            {verb}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            Keep it
          </Button>
        </>
      }
    >
      <div>
        <p>This will be lost:</p>
        <ul className={styles["losses"]}>
          {losses.map((loss, index) => (
            <li key={index}>{loss}</li>
          ))}
        </ul>
      </div>
      {remark}
      <TextField
        label={
          <>
            Type <code>{name}</code> to confirm
          </>
        }
        value={typed}
        onChange={setTyped}
        isMono
        autoComplete="off"
        autoFocus
      />
    </FormLayout>
  );
}
