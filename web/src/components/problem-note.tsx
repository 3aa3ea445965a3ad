// What went wrong: what happened, why, what to do, and the request's id to quote. For forms and for whole pages.
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Problem } from "#api/problem";
import { Button } from "./button.tsx";
import { Identifier } from "./identifier.tsx";
import styles from "./problem-note.module.css";

interface Props {
  /** What the person wanted: "The namespace was not created". */
  title: string;
  error: unknown;
  onRetry?: () => void;
}

export function ProblemNote({ title, error, onRetry }: Props): ReactNode {
  const problem = error instanceof Problem ? error : undefined;
  return (
    <div className={styles["note"]} role="alert">
      <CircleAlert className={styles["icon"]} aria-hidden />
      <div className={styles["words"]}>
        <strong>{title}</strong>
        <p>{problem?.message ?? "Something in this page went wrong. Load it again."}</p>
        <p className={styles["next"]}>{advice(problem)}</p>
        {problem?.requestId === undefined ? null : (
          <p className={styles["request"]}>
            Request <Identifier value={problem.requestId} />
          </p>
        )}
        {onRetry === undefined ? null : <Button onClick={onRetry}>Try again</Button>}
      </div>
    </div>
  );
}

function advice(problem: Problem | undefined): string {
  if (problem === undefined) return "";
  if (problem.status === 403)
    return "Ask somebody with the role for it: an account owner can give it to you.";
  if (problem.status === 429) {
    return problem.retryAfterSeconds === undefined
      ? "Wait a moment, then try again."
      : `Try again in ${problem.retryAfterSeconds} s.`;
  }
  if (problem.status >= 500) return "It is on our side. Try again; if it stays, quote the request.";
  return "";
}
