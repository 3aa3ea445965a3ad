// The rail at the left: the account and its namespaces on top, the sections below, foldable to icons.
import { Link } from "@tanstack/react-router";
import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "#components/icon-button";
import { useNamespaceId } from "#hooks/use-namespace-id";
import { rail } from "#preferences/look";
import { usePreference } from "#preferences/preference";
import { NamespaceSwitcher } from "./namespace-switcher.tsx";
import { NAMESPACE_SECTIONS } from "./namespace-sections.tsx";
import styles from "./rail.module.css";
import { useSections, type SectionLink } from "./sections.tsx";

const GROUPS: readonly SectionLink["group"][] = ["Work", "Account", "Installation"];

export function Rail({ onNavigate }: { onNavigate: () => void }): ReactNode {
  const [width, setWidth] = usePreference(rail);
  const isNarrow = width === "narrow";
  const all = useSections();
  return (
    <nav className={styles["rail"]} aria-label="Sections" data-narrow={isNarrow || undefined}>
      <NamespaceSwitcher isNarrow={isNarrow} />
      <div className={styles["sections"]}>
        {GROUPS.map((group) => {
          const sections = all.filter((section) => section.group === group);
          if (sections.length === 0) return null;
          return (
            <div key={group} className={styles["group"]}>
              {group === "Work" ? null : <div className={styles["title"]}>{group}</div>}
              {sections.map((section) => (
                <RailLink key={section.to} section={section} onNavigate={onNavigate} />
              ))}
              {group === "Work" ? <NamespaceLinks onNavigate={onNavigate} /> : null}
            </div>
          );
        })}
      </div>
      <div className={styles["foot"]}>
        <IconButton
          label={isNarrow ? "Unfold the rail" : "Fold the rail"}
          icon={isNarrow ? <PanelLeftOpen /> : <PanelLeftClose />}
          onClick={() => setWidth(isNarrow ? "wide" : "narrow")}
        />
      </div>
    </nav>
  );
}

/** What runs in the namespace that the address names. */
function NamespaceLinks({ onNavigate }: { onNavigate: () => void }): ReactNode {
  const namespace = useNamespaceId();
  if (namespace === "") return null;
  return (
    <>
      <div className={styles["title"]}>{namespace}</div>
      {NAMESPACE_SECTIONS.map(({ label, to, icon: Icon }) => (
        <Link
          key={to}
          to={to}
          params={{ namespace }}
          className={styles["link"]}
          onClick={onNavigate}
          title={label}
        >
          <Icon aria-hidden />
          <span className={styles["label"]}>{label}</span>
        </Link>
      ))}
    </>
  );
}

function RailLink({ section, onNavigate }: { section: SectionLink; onNavigate: () => void }): ReactNode {
  const { icon: Icon, label } = section;
  return (
    <Link to={section.to} className={styles["link"]} onClick={onNavigate} aria-label={label} title={label}>
      <Icon aria-hidden />
      <span className={styles["label"]}>{label}</span>
    </Link>
  );
}
