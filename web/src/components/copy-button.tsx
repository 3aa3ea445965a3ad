// Copies a text, and says so for a moment.
import { Check, Copy } from "lucide-react";
import { useEffect, useState, type ReactNode } from "react";
import { IconButton } from "./icon-button.tsx";

const SAID_MS = 1_500;

export function CopyButton({ text, label = "Copy" }: { text: string; label?: string }): ReactNode {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setCopied(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = (): void => {
    void navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <IconButton
      label={isCopied ? "Copied" : label}
      icon={isCopied ? <Check /> : <Copy />}
      onClick={(event) => {
        event.stopPropagation();
        copy();
      }}
    />
  );
}
