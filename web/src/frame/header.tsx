// The header of every page: where one is, search, the clock's zone, and the person.
import { Keyboard, Menu as MenuIcon, Search } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "#components/icon-button";
import { AccountMenu } from "./account-menu.tsx";
import { Breadcrumb } from "./breadcrumb.tsx";
import styles from "./header.module.css";
import { ZoneSwitch } from "./zone-switch.tsx";

interface Props {
  onSearch: () => void;
  onKeys: () => void;
  onMenu: () => void;
}

/** As keyboards are labelled. */
export const MOD_KEY = /Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘" : "Ctrl";

export function Header({ onSearch, onKeys, onMenu }: Props): ReactNode {
  return (
    <header className={styles["header"]}>
      <span className={styles["menu"]}>
        <IconButton label="Open navigation" icon={<MenuIcon />} onClick={onMenu} />
      </span>
      <Breadcrumb />
      <div className={styles["tools"]}>
        <button type="button" className={styles["search"]} onClick={onSearch}>
          <Search aria-hidden />
          <span className={styles["search-label"]}>Search</span>
          <kbd>{MOD_KEY} K</kbd>
        </button>
        <ZoneSwitch />
        <span className={styles["keys"]}>
          <IconButton label="Keyboard" keys="?" icon={<Keyboard />} onClick={onKeys} />
        </span>
        <AccountMenu />
      </div>
    </header>
  );
}
