// The mails that this installation kept instead of sending, newest first, with their own links to follow.
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { mailsQuery, type Mail } from "#api/mailbox";
import { EmptyState } from "#components/empty-state";
import { Page } from "#components/page";
import { ProblemNote } from "#components/problem-note";
import { Skeleton } from "#components/skeleton";
import { Timestamp } from "#components/timestamp";
import { BrandHeader } from "#frame/brand-header";
import styles from "./mailbox-page.module.css";

export function MailboxPage(): ReactNode {
  const { data: mails, error, isPending } = useQuery(mailsQuery);
  return (
    <>
      <BrandHeader />
      <main>
        <Page
          title="Mailbox"
          width="reading"
          text="This installation keeps its mail here instead of sending it."
        >
          {error === null ? null : <ProblemNote title="The mailbox cannot be read" error={error} />}
          {isPending ? <Skeleton /> : null}
          {mails === null ? (
            <EmptyState title="This installation sends its mail" text="There is no mailbox here." />
          ) : null}
          {mails?.length === 0 ? (
            <EmptyState title="No mail yet" text="Sign up, and the verification mail appears here." />
          ) : null}
          {mails?.map((mail) => (
            <MailEntry key={mail.mailId} mail={mail} />
          ))}
        </Page>
      </main>
    </>
  );
}

function MailEntry({ mail }: { mail: Mail }): ReactNode {
  return (
    <article className={styles["mail"]}>
      <header className={styles["heading"]}>
        <h2>{mail.subject}</h2>
        <Timestamp at={mail.sentTime} />
      </header>
      <p className={styles["to"]}>to {mail.to}</p>
      <pre className={styles["text"]}>{linked(mail.text ?? "")}</pre>
    </article>
  );
}

/** The text, its links into this cloud made clickable; other links stay text. */
function linked(text: string): ReactNode[] {
  return text.split(/(https?:\/\/[^\s<>"']+)/).map((part, index) => {
    const url = index % 2 === 1 ? URL.parse(part) : null;
    if (url === null || url.host !== window.location.host) return part;
    return (
      <a key={index} href={url.href}>
        {part}
      </a>
    );
  });
}
