// On top of the rail: which account this is, and a quick way to its namespaces.
import { useNavigate } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { api } from "#api/client";
import { sessionQuery } from "#api/session";
import { Menu } from "#components/menu";
import { Logo } from "./logo.tsx";
import styles from "./namespace-switcher.module.css";

const NAMESPACES_SHOWN = 50;

export function NamespaceSwitcher({ isNarrow }: { isNarrow: boolean }): ReactNode {
  const navigate = useNavigate();
  const { data: session } = useQuery(sessionQuery);
  const { data } = api.useQuery("get", "/cloud/namespaces", {
    params: { query: { pageSize: NAMESPACES_SHOWN } },
  });
  const namespaces = (data?.namespaces ?? []).map(({ namespace = "" }) => ({
    label: <code>{namespace}</code>,
    onSelect: () => void navigate({ to: "/namespaces/$namespace", params: { namespace } }),
  }));
  const account = session?.accountName ?? session?.accountId ?? "Account";
  return (
    <Menu
      trigger={
        <button
          type="button"
          className={styles["switcher"]}
          {...(isNarrow ? { "aria-label": `${account}: account and namespaces` } : {})}
        >
          <Logo />
          {isNarrow ? null : (
            <>
              <span className={styles["words"]}>
                <span className={styles["account"]}>{account}</span>
                <span className={styles["id"]}>{session?.accountId}</span>
              </span>
              <ChevronsUpDown className={styles["icon"]} aria-hidden />
            </>
          )}
        </button>
      }
      groups={[
        ...(namespaces.length === 0 ? [] : [{ title: "Namespaces", items: namespaces }]),
        {
          items: [{ label: "All namespaces", onSelect: () => void navigate({ to: "/namespaces" }) }],
        },
      ]}
    />
  );
}
