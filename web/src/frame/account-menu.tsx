// The person: who is signed in, the look of the console, and the way out.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { LogOut } from "lucide-react";
import type { ReactNode } from "react";
import { api } from "#api/client";
import { sessionQuery } from "#api/session";
import { Menu, type MenuItem } from "#components/menu";
import { density, theme } from "#preferences/look";
import { usePreference } from "#preferences/preference";
import styles from "./account-menu.module.css";

export function AccountMenu(): ReactNode {
  const { data: session } = useQuery(sessionQuery);
  const [chosenTheme, chooseTheme] = usePreference(theme);
  const [chosenDensity, chooseDensity] = usePreference(density);
  const signOut = useSignOut();
  const email = session?.email ?? "";
  const themes: MenuItem[] = (["system", "light", "dark"] as const).map((value) => ({
    label: { system: "As the system", light: "Light", dark: "Dark" }[value],
    isChecked: chosenTheme === value,
    onSelect: () => chooseTheme(value),
  }));
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" className={styles["person"]} aria-label={`Signed in as ${email}`}>
          <span aria-hidden>{email.slice(0, 1).toUpperCase()}</span>
        </button>
      }
      groups={[
        { title: email, items: [] },
        { title: "Theme", items: themes },
        {
          title: "Rows",
          items: [
            {
              label: "Compact",
              isChecked: chosenDensity === "compact",
              onSelect: () => chooseDensity(chosenDensity === "compact" ? "comfortable" : "compact"),
            },
          ],
        },
        { items: [{ label: "Sign out", icon: <LogOut />, onSelect: signOut }] },
      ]}
    />
  );
}

/** Ends the session on the server and forgets everything that was read with it. */
function useSignOut(): () => void {
  const queryClient = useQueryClient();
  const router = useRouter();
  const { mutate } = api.useMutation("delete", "/api/v1/sessions/current", {
    onSettled: async () => {
      queryClient.clear();
      await router.navigate({ to: "/sign-in" });
    },
  });
  return () => mutate({});
}
