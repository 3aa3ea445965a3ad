// What is around every page behind sign-in: the rail, the header, the palette and the keyboard map.
import { Outlet, useNavigate } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { useShortcut } from "#hooks/shortcuts";
import { useNamespaceId } from "#hooks/use-namespace-id";
import { rail } from "#preferences/look";
import { usePreference } from "#preferences/preference";
import { CommandPalette } from "./command-palette.tsx";
import styles from "./frame.module.css";
import { Header } from "./header.tsx";
import { KeyboardMap } from "./keyboard-map.tsx";
import { NAMESPACE_SECTIONS, type NamespaceSectionLink } from "./namespace-sections.tsx";
import { Rail } from "./rail.tsx";
import { useSections, type SectionLink } from "./sections.tsx";

type Overlay = "none" | "palette" | "keys" | "rail";

export function Frame(): ReactNode {
  const [overlay, setOverlay] = useState<Overlay>("none");
  const [width] = usePreference(rail);
  const sections = useSections();
  const close = (): void => setOverlay("none");
  useShortcut({ keys: "mod+k", label: "Search and commands", group: "Everywhere" }, () =>
    setOverlay("palette"),
  );
  useShortcut({ keys: "?", label: "This map", group: "Everywhere" }, () => setOverlay("keys"));
  return (
    <div className={styles["frame"]} data-rail={width} data-open={overlay === "rail" || undefined}>
      <a className={styles["skip"]} href="#content">
        Skip to content
      </a>
      {sections.map((section) => (
        <SectionKey key={section.to} section={section} />
      ))}
      {NAMESPACE_SECTIONS.map((section) => (
        <NamespaceSectionKey key={section.to} section={section} />
      ))}
      <Rail onNavigate={close} />
      <button
        type="button"
        className={styles["scrim"]}
        aria-label="Close navigation"
        tabIndex={overlay === "rail" ? 0 : -1}
        onClick={close}
      />
      <div className={styles["body"]}>
        <Header
          onSearch={() => setOverlay("palette")}
          onKeys={() => setOverlay("keys")}
          onMenu={() => setOverlay("rail")}
        />
        <main className={styles["main"]} id="content" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <CommandPalette isOpen={overlay === "palette"} onClose={close} onKeys={() => setOverlay("keys")} />
      <KeyboardMap isOpen={overlay === "keys"} onClose={close} />
    </div>
  );
}

function SectionKey({ section }: { section: SectionLink }): ReactNode {
  const navigate = useNavigate();
  useShortcut(
    { keys: section.keys ?? "", label: `Go to ${section.label.toLowerCase()}`, group: "Sections" },
    () => void navigate({ to: section.to }),
    section.keys !== undefined,
  );
  return null;
}

function NamespaceSectionKey({ section }: { section: NamespaceSectionLink }): ReactNode {
  const navigate = useNavigate();
  const namespace = useNamespaceId();
  useShortcut(
    { keys: section.keys, label: `Go to ${section.label.toLowerCase()}`, group: "Sections" },
    () => void navigate({ to: section.to, params: { namespace } }),
    namespace !== "",
  );
  return null;
}
