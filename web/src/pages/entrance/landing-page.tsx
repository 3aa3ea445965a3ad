// The start, for who is not signed in: what this is, the way in, and where the API is. Plain on purpose.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, type ReactNode } from "react";
import { hasMailboxQuery } from "#api/mailbox";
import { ButtonLink } from "#components/button-link";
import { BrandHeader } from "#frame/brand-header";
import entrance from "./entrance.module.css";
import styles from "./landing-page.module.css";

const STEPS = [
  [
    "Make a namespace",
    "Choose a region and how clients sign in. It is there in a few seconds, each step shown.",
  ],
  [
    "Connect a worker",
    "A snippet for TypeScript, Go, Python or Java with your address and key already in it.",
  ],
  [
    "See it run",
    "By the temporal command or Temporal's Web UI, as ever; every billable action is counted and explained.",
  ],
] as const;

export function LandingPage(): ReactNode {
  const { data: hasMailbox = false } = useQuery(hasMailboxQuery);
  useEffect(() => {
    document.title = "Cellplane";
  }, []);
  return (
    <div className={entrance["page"]}>
      <BrandHeader>
        <ButtonLink to="/sign-in">Sign in</ButtonLink>
      </BrandHeader>
      <main className={styles["main"]}>
        <h1>Durable workflows, in namespaces of your own</h1>
        <p className={styles["text"]}>
          Works with every Temporal SDK, the temporal command and the Terraform provider, unchanged.
        </p>
        <div className={styles["actions"]}>
          <ButtonLink kind="primary" to="/sign-up">
            Sign up
          </ButtonLink>
          <ButtonLink to="/sign-in">Sign in</ButtonLink>
        </div>
        <ol className={styles["steps"]}>
          {STEPS.map(([title, text], index) => (
            <li key={title}>
              <span className={styles["number"]}>{index + 1}</span>
              <div>
                <h2>{title}</h2>
                <p>{text}</p>
              </div>
            </li>
          ))}
        </ol>
        <p className={styles["links"]}>
          <a href="/docs">API documentation</a>
          <a href="/openapi.json">OpenAPI</a>
          {hasMailbox ? <Link to="/mailbox">Mailbox of this installation</Link> : null}
        </p>
      </main>
    </div>
  );
}
